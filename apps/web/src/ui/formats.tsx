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
  const wanted = [...locales];
  const numbers = new Intl.NumberFormat(wanted);
  const times = new Intl.DateTimeFormat(wanted, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const lists = new Intl.ListFormat(wanted, { type: 'unit' });
  const monies = new Map<string, Intl.NumberFormat>();
  return {
    count: (value) => numbers.format(value),
    money(amount, currency) {
      let format = monies.get(currency);
      if (!format) {
        format = new Intl.NumberFormat(wanted, { style: 'currency', currency });
        monies.set(currency, format);
      }
      return format.format(amount as Intl.StringNumericLiteral);
    },
    dateTime: (iso) => times.format(new Date(iso)),
    list: (items) => lists.format(items),
  };
}

export const FormatsContext = createContext<Formats | undefined>(undefined);

let readersFormats: Formats | undefined;

export function useFormats(): Formats {
  const given = useContext(FormatsContext);
  if (given) return given;
  readersFormats ??= createFormats();
  return readersFormats;
}
