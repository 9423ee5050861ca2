import {
  type ItemFields,
  itemFieldViolations,
  LIMITS,
  minorDigitsOf,
  textProblem,
  trimItemFields,
  type Violation,
  within,
} from '@oops/item-status';
import { idempotencyKeyViolations } from '../../idempotency/idempotency-key-rules.js';
import { givenMerchantName } from './merchant.js';
import { referenceViolations } from './reference.js';

interface PlaceOrderItem extends ItemFields {
  readonly merchantName?: string | null;
  readonly reference?: string | null;
}

export interface PlaceOrder {
  /** ISO 4217. */
  readonly currency: string;
  readonly reference?: string | null;
  readonly items: ReadonlyArray<PlaceOrderItem>;
  readonly idempotencyKey?: string | null;
}

/** Everything that is wrong with an order to be placed; items are named by their place in the list, from 0. */
export function placeOrderViolations({ currency, reference, items, idempotencyKey }: PlaceOrder): Violation[] {
  const found = [...idempotencyKeyViolations(idempotencyKey), ...referenceViolations(reference)];
  const { min, max } = LIMITS.itemsPerOrder;
  if (items.length < min) found.push({ field: 'items', problem: { code: 'REQUIRED' } });
  if (items.length > max) found.push({ field: 'items', problem: { code: 'TOO_MANY', max } });
  const isKnown = minorDigitsOf(currency) !== undefined;
  if (!isKnown) found.push({ field: 'currency', problem: { code: 'NOT_A_CURRENCY' } });
  // Too long a list is not looked at line by line; without a currency no price can be judged.
  if (items.length > max || !isKnown) return found;
  return [...found, ...items.flatMap((item, line) => within(`items.${line}`, lineViolations(item, currency)))];
}

function lineViolations(item: PlaceOrderItem, currency: string): Violation[] {
  const problem = textProblem(givenMerchantName(item.merchantName) ?? '', LIMITS.merchantName);
  const merchant = problem ? [{ field: 'merchantName', problem }] : [];
  return [...itemFieldViolations(trimItemFields(item), currency), ...merchant, ...referenceViolations(item.reference)];
}
