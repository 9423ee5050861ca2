import { LIMITS } from './limits.js';
import { formatMoney, minorDigitsOf, parseMoney } from './money.js';
import type { ItemField } from './statuses.js';
import {
  linkProblem,
  type Problem,
  textProblem,
  type Violation,
  violationsOf,
  wholeNumberProblem,
} from './violations.js';

/** An item as a person fills it in: money still a decimal string. */
export interface ItemFields {
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  /** A decimal string in the order's currency, e.g. "12.50". */
  readonly unitPrice: string;
  /** Empty where the product comes in one kind only. */
  readonly specification: string;
}

/** The same fields without the white space around them. */
export function trimItemFields<T extends ItemFields>(fields: T): T {
  return {
    ...fields,
    url: fields.url.trim(),
    productName: fields.productName.trim(),
    unitPrice: fields.unitPrice.trim(),
    specification: fields.specification.trim(),
  };
}

/** What is wrong with one unit price, or `undefined`. */
export function unitPriceProblem(text: string, currency: string): Problem | undefined {
  if (text === '') return { code: 'REQUIRED' };
  const digits = minorDigitsOf(currency);
  if (digits === undefined) return { code: 'NOT_A_CURRENCY' };
  const { min, max } = LIMITS.unitPriceMinor;
  if (/^-\d+(\.\d+)?$/.test(text)) return { code: 'TOO_SMALL', min: formatMoney(min, currency) };
  const match = /^\d+(?:\.(\d+))?$/.exec(text);
  if (!match) return { code: 'NOT_AN_AMOUNT' };
  if ((match[1]?.length ?? 0) > digits) return { code: 'TOO_MANY_DECIMALS', digits, currency };
  const minor = parseMoney(text, currency);
  if (minor === undefined || minor > max) return { code: 'TOO_LARGE', max: formatMoney(max, currency) };
  return minor < min ? { code: 'TOO_SMALL', min: formatMoney(min, currency) } : undefined;
}

/**
 * What is wrong with each field of an item, `undefined` where nothing is. The form asks it as one types, the API before
 * it decides; neither has a limit of its own. Expects the fields trimmed.
 */
export function itemFieldProblems(fields: ItemFields, currency: string): Record<ItemField, Problem | undefined> {
  return {
    url: linkProblem(fields.url, LIMITS.url),
    productName: textProblem(fields.productName, { required: true, ...LIMITS.productName }),
    quantity: wholeNumberProblem(fields.quantity, LIMITS.quantity),
    unitPrice: unitPriceProblem(fields.unitPrice, currency),
    specification: textProblem(fields.specification, { ...LIMITS.specification, multiline: true }),
  };
}

/** The same as a list that holds only what is wrong. */
export function itemFieldViolations(fields: ItemFields, currency: string): Violation[] {
  return violationsOf(itemFieldProblems(fields, currency));
}
