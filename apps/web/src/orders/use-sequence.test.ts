import { renderHook } from '@testing-library/react';
import { anItem, aTroubledItem } from '../test/facts';
import { useSequence } from './use-sequence';

const sequenceOf = (items: Parameters<typeof useSequence>[0]) =>
  renderHook((now: typeof items) => useSequence(now), { initialProps: items });

describe('the sequence of the items of an order', () => {
  it('begins with what needs the buyer', () => {
    const { result } = sequenceOf([anItem({ id: 'a' }), aTroubledItem({ id: 'b' })]);
    expect(result.current).toEqual(['b', 'a']);
  });

  it('stays as it is whatever becomes of the items', () => {
    const { result, rerender } = sequenceOf([anItem({ id: 'a' }), aTroubledItem({ id: 'b' })]);
    rerender([aTroubledItem({ id: 'a' }), anItem({ id: 'b' })]);
    expect(result.current).toEqual(['b', 'a']);
  });

  it('puts what comes later behind what is there, the neediest first', () => {
    const { result, rerender } = sequenceOf([anItem({ id: 'c' })]);
    rerender([anItem({ id: 'a' }), aTroubledItem({ id: 'b' }), anItem({ id: 'c' })]);
    expect(result.current).toEqual(['c', 'b', 'a']);
    rerender([aTroubledItem({ id: 'a' }), anItem({ id: 'b' }), anItem({ id: 'c' })]);
    expect(result.current).toEqual(['c', 'b', 'a']);
  });
});
