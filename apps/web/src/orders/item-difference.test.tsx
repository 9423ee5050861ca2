import { renderHook } from '@testing-library/react';
import { anItem } from '../test/facts';
import { wordsWrapper } from '../test/words-wrapper';
import { differences, useDifferenceWords } from './item-difference';

function sentences(before: Parameters<typeof anItem>[0], after: Parameters<typeof anItem>[0]): string[] {
  const { result } = renderHook(useDifferenceWords, { wrapper: wordsWrapper });
  return result.current(differences(anItem(before), anItem(after)), 'GBP');
}

describe('the words for what changed', () => {
  it('says nothing of two equal states', () => {
    expect(sentences({}, { revision: 9 })).toEqual([]);
  });

  it('names every field with both values, the status first', () => {
    expect(
      sentences({ unitPrice: '12.50', quantity: 40 }, { unitPrice: '13.00', quantity: 1200, status: 'PRICE_ERROR' }),
    ).toEqual([
      'Status was Pending, is now Price Error',
      'Quantity was 40, is now 1,200',
      'Unit Price was £12.50, is now £13.00',
    ]);
  });

  it('keeps values of another direction apart', () => {
    expect(sentences({ specification: 'أزرق' }, { specification: 'red' })).toEqual([
      'Product Specification was “\u2068أزرق\u2069”, is now “red”',
    ]);
  });

  it('calls an empty text empty', () => {
    expect(sentences({ specification: '' }, { specification: 'red' })).toEqual([
      'Product Specification was empty, is now “red”',
    ]);
  });
});
