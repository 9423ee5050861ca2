/**
 * The bounds of every field a person fills in. The form, the API and the tables all take them from here.
 * Lengths are counted in Unicode code points, as the databases count them, so that an emoji is one.
 */
export const LIMITS = {
  url: { maxLength: 2048 },
  productName: { maxLength: 300 },
  specification: { maxLength: 500 },
  merchantName: { maxLength: 120 },
  reference: { maxLength: 100 },
  note: { maxLength: 1000 },
  quantity: { min: 1, max: 100_000 },
  /**
   * In minor units of the order's currency (1,000,000.00 in most). Together with the bounds on quantity and items it
   * keeps every total below 2^53, so that sums stay exact in every database and in JavaScript.
   */
  unitPriceMinor: { min: 1, max: 100_000_000 },
  itemsPerOrder: { min: 1, max: 500 },
  availableSpecifications: { min: 1, max: 20 },
  idempotencyKey: { maxLength: 200 },
  search: { maxLength: 200 },
  apiKeyName: { maxLength: 100 },
  apiKeyDays: { min: 1, max: 366 },
  email: { maxLength: 254 },
  personName: { maxLength: 120 },
  /** Only new ones need the least length and different characters; signing in takes whatever was once accepted. */
  password: { minLength: 12, maxLength: 1024, minDifferent: 5 },
} as const;

/** The number of Unicode code points in a text: what a length limit counts. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
