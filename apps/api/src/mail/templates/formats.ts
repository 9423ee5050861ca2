import { type EvidenceFormats, formatMoney, minorDigitsOf } from '@oops/item-status';
import type { Language } from '../settings/language.js';

/** How numbers, amounts of one currency and lists are written. */
export interface MailFormats extends EvidenceFormats {
  /** @param minor an amount in minor units */
  moneyOf(minor: number): string;
}

/** Making them costs more than using them; there are as many as languages and currencies. */
const made = new Map<string, MailFormats>();

export function mailFormats(language: Language, currency: string): MailFormats {
  const key = `${language} ${currency}`;
  const formats = made.get(key) ?? makeFormats(language, currency);
  made.set(key, formats);
  return formats;
}

function makeFormats(language: Language, currency: string): MailFormats {
  const numbers = new Intl.NumberFormat(language);
  // Intl leaves decimals out that many currencies have by ISO 4217; no penny may be rounded away.
  const digits = minorDigitsOf(currency);
  const fractions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const amounts = new Intl.NumberFormat(language, { style: 'currency', currency, ...fractions });
  // Not `unit`, which puts nothing at all between two words in Chinese.
  const lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  // Intl reads decimal strings exactly: money is never a float.
  const money = (amount: string) => amounts.format(amount as Intl.StringNumericLiteral);
  return {
    count: (value) => numbers.format(value),
    money,
    moneyOf: (minor) => money(formatMoney(minor, currency)),
    list: (items) => lists.format(items),
  };
}
