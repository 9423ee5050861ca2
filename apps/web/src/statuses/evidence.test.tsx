import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { ViewerProvider } from '../accounts/session';
import { anItem, aViewer, NO_EVIDENCE } from '../test/facts';
import { wordsWrapper } from '../test/words-wrapper';
import { useEvidenceWords } from './evidence';

function wordsFor(facts: Parameters<typeof anItem>[0], currency = 'GBP'): string[] {
  const { result } = renderHook(useEvidenceWords, { wrapper: wordsWrapper });
  return result.current(anItem(facts), currency);
}

describe('evidence in words', () => {
  it('sets what is available against what was ordered', () => {
    expect(wordsFor({ quantity: 40, evidence: { ...NO_EVIDENCE, availableQuantity: 12 } })).toEqual([
      '12 of 40 available',
    ]);
  });

  it('says it when nothing at all is available', () => {
    expect(wordsFor({ quantity: 40, evidence: { ...NO_EVIDENCE, availableQuantity: 0 } })).toEqual([
      '0 of 40 available',
    ]);
  });

  it('sets the minimum against what was ordered', () => {
    expect(wordsFor({ quantity: 20, evidence: { ...NO_EVIDENCE, minimumQuantity: 50 } })).toEqual([
      'minimum 50, you ordered 20',
    ]);
  });

  it('sets the price against the one given, in the order’s currency', () => {
    const facts = { unitPrice: '12.50', evidence: { ...NO_EVIDENCE, currentUnitPrice: '15.80' } };
    expect(wordsFor(facts)).toEqual(['now £15.80, you gave £12.50']);
    expect(wordsFor({ unitPrice: '1250', evidence: { ...NO_EVIDENCE, currentUnitPrice: '1580' } }, 'JPY')).toEqual([
      'now JP¥1,580, you gave JP¥1,250',
    ]);
  });

  it('speaks to operators of the buyer’s item, and not of theirs', () => {
    const evidence = { ...NO_EVIDENCE, minimumQuantity: 50, currentUnitPrice: '15.80' };
    const wrapper = ({ children }: { children: ReactNode }) =>
      wordsWrapper({ children: <ViewerProvider viewer={aViewer('OPERATOR')}>{children}</ViewerProvider> });
    const { result } = renderHook(useEvidenceWords, { wrapper });
    expect(result.current(anItem({ quantity: 20, unitPrice: '12.50', evidence }), 'GBP')).toEqual([
      'minimum 50, ordered 20',
      'now £15.80, given £12.50',
    ]);
  });

  it('lists the specifications on sale and quotes the note', () => {
    const evidence = { ...NO_EVIDENCE, availableSpecifications: ['red', 'blue'], note: 'Back in May' };
    expect(wordsFor({ evidence })).toEqual(['available: red, blue', '“Back in May”']);
  });

  it('keeps texts of another direction apart from what they stand among', () => {
    const evidence = { ...NO_EVIDENCE, availableSpecifications: ['أزرق XL', 'Red'], note: 'a\u202eb' };
    expect(wordsFor({ evidence })).toEqual(['available: \u2068أزرق XL\u2069, Red', '“\u2068a\u202eb\u2069”']);
  });

  it('says nothing without evidence', () => {
    expect(wordsFor({ evidence: null })).toEqual([]);
  });
});
