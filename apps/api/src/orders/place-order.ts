import { randomInt } from 'node:crypto';
import { hostOf, parseMoney, trimItemFields } from '@oops/item-status';
import { lockAccount } from '../accounts/account-lock.js';
import { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { appendChange, type RecordedChange } from '../changes/append-change.js';
import { ChangeKind } from '../changes/change-kind.js';
import { recallResult, rememberResult } from '../idempotency/remembered-result.js';
import { newId } from '../ids.js';
import type { Services } from '../services.js';
import { ItemEntity } from './item.entity.js';
import { OrderEntity } from './order.entity.js';
import { OrderState } from './order-state.js';
import type { RefusalOf } from './refusals.js';
import type { OrderRow } from './rows.js';
import { givenMerchantName } from './rules/merchant.js';
import { type PlaceOrder, placeOrderViolations } from './rules/place-order-rules.js';
import { givenReference } from './rules/reference.js';

/** What was done with an order, and what was recorded of it. */
export interface OrderChanged {
  readonly order: OrderRow;
  readonly change: RecordedChange;
}

type PlaceOrderRefusal = RefusalOf<'INVALID_INPUT' | 'NOT_PERMITTED' | 'KEY_REUSED'>;

/** Places an order whole, or, if anything in it is wrong, not at all. */
export async function placeOrder(
  services: Services,
  viewer: Viewer,
  input: PlaceOrder,
): Promise<OrderChanged | PlaceOrderRefusal> {
  if (viewer.role !== Role.BUYER) return { refused: 'NOT_PERMITTED' };
  const violations = placeOrderViolations(input);
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  return services.database.transaction(async (transaction) => {
    const now = services.now();
    const attempt = { accountId: viewer.id, mutation: 'placeOrder', input, now };
    await lockAccount(transaction, viewer.id);

    const earlier = await recallResult(transaction, attempt);
    if (earlier === 'OTHER_INPUT') return { refused: 'KEY_REUSED' };
    if (earlier) {
      if ('refusal' in earlier) throw new Error('a new order was refused because of an item');
      const { change } = earlier;
      return { order: await transaction.manager.findOneByOrFail(OrderEntity, { id: change.orderId }), change };
    }

    const order: OrderRow = {
      id: newId('ord'),
      number: newOrderNumber(),
      accountId: viewer.id,
      currency: input.currency,
      state: OrderState.OPEN,
      placedAt: now,
      closedAt: null,
      reference: givenReference(input.reference),
    };
    await transaction.manager.insert(OrderEntity, order);
    await transaction.manager.insert(ItemEntity, newItems(order, input));
    const change = await appendChange(transaction, services, {
      accountId: viewer.id,
      kind: ChangeKind.ORDER_PLACED,
      at: now,
      actorId: viewer.id,
      orderId: order.id,
      itemId: null,
      before: null,
      after: null,
    });
    await rememberResult(transaction, attempt, { change });
    return { order, change };
  });
}

function newItems(order: OrderRow, { items }: PlaceOrder): Partial<ItemEntity>[] {
  return items.map((item, position) => {
    const fields = trimItemFields(item);
    return {
      id: newId('itm'),
      orderId: order.id,
      position,
      merchantName: givenMerchantName(item.merchantName),
      merchantHost: hostOf(fields.url),
      url: fields.url,
      productName: fields.productName,
      quantity: fields.quantity,
      unitPriceMinor: parseMoney(fields.unitPrice, order.currency),
      specification: fields.specification,
      status: 'PENDING' as const,
      statusChangedAt: order.placedAt,
      evidence: null,
      keptAt: null,
      revision: 1,
      reference: givenReference(item.reference),
    };
  });
}

/** Letters and digits that cannot be taken for one another when an order number is read out. */
const LEGIBLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number such as `7K3M-Q9TX`: short enough to say on the phone, and not to be guessed from another. */
function newOrderNumber(): string {
  const letters = Array.from({ length: 8 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
