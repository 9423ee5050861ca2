import { en } from './messages.en.js';
import type { Messages } from './messages.js';

/** Whom the words speak to: buyers of what they ordered, operators of what the buyer did. */
export type Reader = 'BUYER' | 'OPERATOR';

/** How one language says each piece of evidence. Numbers, money and lists come as the reader writes them. */
export interface EvidenceMessages {
  readonly available: (quantity: { available: string; ordered: string }) => string;
  readonly minimum: (quantity: { minimum: string; ordered: string }, reader: Reader) => string;
  readonly price: (price: { now: string; given: string }, reader: Reader) => string;
  readonly specifications: (list: string) => string;
  readonly note: (note: string) => string;
}

/** What an operator found out, and the item it is about, as far as the words need it. Money is a decimal string. */
export interface EvidenceOfItem {
  readonly quantity: number;
  readonly unitPrice: string;
  readonly evidence: {
    readonly availableQuantity?: number | null;
    readonly minimumQuantity?: number | null;
    readonly currentUnitPrice?: string | null;
    readonly availableSpecifications?: readonly string[] | null;
    readonly note?: string | null;
  } | null;
}

/** How the reader writes numbers, amounts of the order's currency, and lists. */
export interface EvidenceFormats {
  count(value: number): string;
  money(amount: string): string;
  list(items: readonly string[]): string;
}

/** What lists are written with. Specifications that have some themselves, such as "Oiled, large", need another sign between. */
const COMMAS = /[,，、]/;

/** The evidence in words, next to what the buyer gave: "12 of 40 available". One text for each piece, the note last. */
export function evidenceWords(
  { evidence, quantity, unitPrice }: EvidenceOfItem,
  { count, money, list }: EvidenceFormats,
  reader: Reader,
  { evidence: say }: Messages = en,
): string[] {
  if (!evidence) return [];
  const { availableQuantity, minimumQuantity, currentUnitPrice, availableSpecifications, note } = evidence;
  const words: string[] = [];
  if (availableQuantity != null)
    words.push(say.available({ available: count(availableQuantity), ordered: count(quantity) }));
  if (minimumQuantity != null)
    words.push(say.minimum({ minimum: count(minimumQuantity), ordered: count(quantity) }, reader));
  if (currentUnitPrice != null)
    words.push(say.price({ now: money(currentUnitPrice), given: money(unitPrice) }, reader));
  if (availableSpecifications?.length) {
    const parts = availableSpecifications;
    words.push(say.specifications(parts.some((part) => COMMAS.test(part)) ? parts.join('; ') : list(parts)));
  }
  if (note) words.push(say.note(note));
  return words;
}
