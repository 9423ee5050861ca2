import type { Messages, ShipmentShare } from '@oops/item-status';
import { Language } from '../../settings/language.js';
import type { AccountMailFacts } from '../mail-facts.js';
import { en } from './en.js';
import { zhHans } from './zh-hans.js';

/** What a mail about what needs the buyer says, of so many items. */
interface NeedsYouWords {
  readonly ofOrder: (items: number, number: string) => string;
  readonly ofOrders: (items: number, orders: number) => string;
  readonly intro: (items: number) => string;
}

/** What an account mail says before and after its link, which a button leads to as well. */
interface LinkedWords {
  readonly subject: string;
  readonly before: readonly string[];
  readonly button: string;
  readonly after: readonly string[];
}

type LinkedKind = Exclude<AccountMailFacts['kind'], 'EMAIL_CHANGED'>;

/** All that mails say in one language. What is missing does not compile. */
export interface MailWords {
  /** The words for statuses and evidence, which the page says too. */
  readonly items: Messages;
  readonly sender: string;
  readonly order: (number: string) => string;
  readonly quantityTimesPrice: (quantity: string, price: string) => string;
  readonly modify: string;
  readonly modifyItem: (name: string) => string;
  readonly reports: NeedsYouWords;
  readonly reminder: NeedsYouWords;
  /** Items of the same order that earlier mails were about. */
  readonly others: (count: number) => string;
  readonly closed: {
    readonly subject: (number: string, shipping: number, all: number) => string;
    readonly intro: string;
    readonly share: Record<ShipmentShare, (items: number) => string>;
    readonly total: (amount: string) => string;
    readonly open: (number: string) => string;
  };
  /** `why` says, too, that opening a link changes nothing. */
  readonly footer: { readonly why: string; readonly choose: string; readonly end: string };
  readonly account: {
    readonly subject: (subject: string) => string;
    readonly copyLink: string;
    readonly linked: Record<LinkedKind, LinkedWords>;
    readonly emailChanged: { readonly subject: string; readonly text: (newAddress: string) => readonly string[] };
  };
  /** Between a name and what is said of it. */
  readonly colon: string;
}

export const MAIL_WORDS: Record<Language, MailWords> = { [Language.EN]: en, [Language.ZH_HANS]: zhHans };
