import type { TroubledItemWords } from '../item-words.js';

// Gmail cuts a mail off at 102 kB. What is told in full must lie before that.
const MOST_ITEMS = 25;
const MOST_BYTES = 80_000;

/** What stands around the words of one item: tables, styles, the button. */
const BYTES_AROUND = 2_500;

/** The first items of a mail, as many as can be told in full. The first one always can. */
export function shownInFull(items: readonly TroubledItemWords[]): ReadonlySet<TroubledItemWords> {
  let bytes = 0;
  const overflow = items.findIndex((item, index) => {
    bytes += BYTES_AROUND + bytesOf(item);
    return index > 0 && (index === MOST_ITEMS || bytes > MOST_BYTES);
  });
  return new Set(overflow === -1 ? items : items.slice(0, overflow));
}

function bytesOf(item: TroubledItemWords): number {
  const words = Object.values(item).flat().join('');
  return Buffer.byteLength(words.replace(/[&<>"']/g, '&quot;'));
}
