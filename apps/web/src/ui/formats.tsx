import { minorDigitsOf } from '@oops/item-status';
import { createContext, useContext } from 'react';

/** Numbers, money and times in the reader's own language and time zone, whatever language the words are in. */
export interface Formats {
  count(value: number): string;
  /** @param amount a decimal string, which Intl reads exactly: money is never a float. */
  money(amount: string, currency: string): string;
  dateTime(iso: string): string;
  list(items: readonly string[]): string;
}

export function createFormats(locales: readonly string[] = navigator.languages, timeZone?: string): Formats {
  const wanted = locales.filter(isLocale);
  // Each takes a phone several milliseconds, so each is made when it is first needed.
  const numbers = once(() => new Intl.NumberFormat(wanted));
  const times = once(() => new Intl.DateTimeFormat(wanted, { dateStyle: 'medium', timeStyle: 'short', timeZone }));
  // Not `unit`, which puts nothing at all between two words in Chinese.
  const lists = once(() => new Intl.ListFormat(wanted, { type: 'conjunction', style: 'narrow' }));
  const monies = new Map<string, Intl.NumberFormat>();
  return {
    count: (value) => numbers().format(value),
    money(amount, currency) {
      let format = monies.get(currency);
      if (!format) {
        // Intl leaves decimals out that many currencies have by ISO 4217; no penny may be rounded away.
        const digits = minorDigitsOf(currency);
        format = new Intl.NumberFormat(wanted, {
          style: 'currency',
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        monies.set(currency, format);
      }
      return format.format(amount as Intl.StringNumericLiteral);
    },
    dateTime: (iso) => times().format(new Date(iso)),
    list: (items) => lists().format(items),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Some systems hand browsers a language that is none, such as `en-US@posix`, and Intl throws at it. */
function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

export const FormatsContext = createContext<Formats | undefined>(undefined);

let readersFormats: Formats | undefined;

export function useFormats(): Formats {
  const given = useContext(FormatsContext);
  if (given) return given;
  readersFormats ??= createFormats();
  return readersFormats;
}
