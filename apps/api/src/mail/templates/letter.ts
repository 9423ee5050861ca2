import type { ShipmentShare } from '@oops/item-status';
import type { ItemWords, TroubledItemWords } from './item-words.js';

// A mail in words: everything is chosen, worded and formatted, and nothing is laid out yet. The plain text and the HTML
// are made from the same letter, so that neither says what the other does not.

export interface LabelledLink {
  readonly label: string;
  readonly link: string;
}

/** What ends a mail about orders. */
export interface LetterFooter {
  readonly why: string;
  readonly choose: LabelledLink;
  readonly end: LabelledLink;
}

/** Items of one order that need the buyer. */
export interface OrderPart {
  readonly order: LabelledLink;
  readonly items: readonly TroubledItemWords[];
  /** That more items need the buyer; `undefined` if none do. */
  readonly others: string | undefined;
}

export interface OrdersLetter {
  readonly kind: 'ORDERS';
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  readonly intro: string;
  readonly modify: string;
  readonly orders: readonly OrderPart[];
  readonly footer: LetterFooter;
}

/** Items of a closed order of which the same share is shipped. */
export interface ShippedGroup {
  readonly share: ShipmentShare;
  readonly heading: string;
  readonly items: readonly ItemWords[];
}

export interface ClosedLetter {
  readonly kind: 'CLOSED';
  readonly subject: string;
  readonly preheader: string;
  readonly intro: string;
  /** What does not ship comes first. None is empty. */
  readonly groups: readonly ShippedGroup[];
  readonly total: string;
  readonly order: LabelledLink;
  readonly footer: LetterFooter;
}

export interface AccountLetter {
  readonly kind: 'ACCOUNT';
  readonly subject: string;
  /** The subject without the name of the sender. */
  readonly title: string;
  readonly preheader: string;
  readonly before: readonly string[];
  readonly button: (LabelledLink & { readonly copyLink: string }) | undefined;
  readonly after: readonly string[];
}

export type Letter = OrdersLetter | ClosedLetter | AccountLetter;
