import type { ItemStatus, ShipmentShare } from '@oops/item-status';
import type { Evidence } from '../../orders/evidence.js';

// What the texts of mails are made from: plain facts, with every link ready. Templates look nothing up.

/** A mail as it is handed to whoever carries it on. */
export interface RenderedMail {
  readonly subject: string;
  /** Complete by itself. */
  readonly text: string;
  readonly html: string;
}

/** An item as mails speak of it. */
export interface MailedItem {
  /** The name the buyer gave, or else the host of the link. */
  readonly merchant: string;
  readonly productName: string;
  /** Empty where the product comes in one kind only. */
  readonly specification: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly status: ItemStatus;
}

/** An item that needs its buyer. */
export interface TroubledItem extends MailedItem {
  readonly evidence: Evidence | null;
  /** Opens the page at this item, with Modify open. */
  readonly link: string;
}

/** An order and those of its items that the mail is about. */
export interface MailedOrder {
  readonly number: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Opens the page at this order. */
  readonly link: string;
  readonly items: readonly TroubledItem[];
  /** How many more of its items need the buyer, which earlier mails were about. */
  readonly otherCount: number;
}

/** Where the reader says which mails they want, and where they end those about orders. */
export interface MailChoiceLinks {
  readonly settingsLink: string;
  readonly unsubscribeLink: string;
}

/** What was reported, or what still waits for the buyer. One order, or several for who wants one mail a day. */
export interface OrdersMailFacts extends MailChoiceLinks {
  readonly kind: 'ORDER_REPORTS' | 'ORDER_REMINDER';
  readonly orders: readonly MailedOrder[];
}

/** An order whose shipment is being prepared. */
export interface OrderClosedFacts extends MailChoiceLinks {
  readonly kind: 'ORDER_CLOSED';
  readonly order: {
    readonly number: string;
    readonly currency: string;
    readonly link: string;
    readonly totalMinor: number;
    readonly items: ReadonlyArray<MailedItem & { readonly shipmentShare: ShipmentShare }>;
  };
}

/** Mails about the account itself, which cannot be declined. */
export type AccountMailFacts =
  | {
      readonly kind: 'SIGN_UP' | 'ALREADY_SIGNED_UP' | 'PASSWORD_RESET' | 'NO_ACCOUNT' | 'EMAIL_CHANGE';
      /** What the mail is about; it works once. */
      readonly link: string;
    }
  | { readonly kind: 'EMAIL_CHANGED'; readonly newAddress: string }
  | { readonly kind: 'PASSWORD_CHANGED' /** To the form for a forgotten password. */; readonly link: string };

export type MailFacts = OrdersMailFacts | OrderClosedFacts | AccountMailFacts;
