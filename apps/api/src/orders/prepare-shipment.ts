import type { Viewer } from '../accounts/viewer.js';
import { appendChange } from '../changes/append-change.js';
import { ChangeKind } from '../changes/change-kind.js';
import type { Transaction } from '../database/database.js';
import { idempotencyKeyViolations } from '../idempotency/idempotency-key-rules.js';
import { recallResult, rememberResult } from '../idempotency/remembered-result.js';
import type { Services } from '../services.js';
import { lockOrder } from './lock-order.js';
import { OrderEntity } from './order.entity.js';
import { OrderReader } from './order.reader.js';
import { OrderState } from './order-state.js';
import type { OrderChanged } from './place-order.js';
import type { RefusalOf } from './refusals.js';
import { OrderAction, refuseOrderAction } from './rules/item-actions.js';

export interface PrepareShipment {
  readonly orderId: string;
  readonly expectedRevision?: number | null;
  readonly idempotencyKey?: string | null;
}

type PrepareShipmentRefusal = RefusalOf<
  'INVALID_INPUT' | 'NOT_FOUND' | 'NOT_PERMITTED' | 'ORDER_CLOSED' | 'ORDER_REVISION_CONFLICT' | 'KEY_REUSED'
>;

/** Closes an order, because its buyer starts to prepare the shipment. Nothing of it can be changed afterwards. */
export function prepareShipment(
  services: Services,
  viewer: Viewer,
  input: PrepareShipment,
): Promise<OrderChanged | PrepareShipmentRefusal> {
  return services.database.transaction(async (transaction) => {
    const now = services.now();
    const attempt = { accountId: viewer.id, mutation: 'prepareShipment', input, now };
    const order = await lockOrder(transaction, viewer, input.orderId);
    if (!order) return { refused: 'NOT_FOUND' };

    const earlier = await recallResult(transaction, attempt);
    if (earlier === 'OTHER_INPUT') return { refused: 'KEY_REUSED' };
    if (earlier) {
      if ('refusal' in earlier) throw new Error('a shipment was refused because of an item');
      return { order, change: earlier.change };
    }

    const unable = refuseOrderAction(OrderAction.PREPARE_SHIPMENT, { orderState: order.state, role: viewer.role });
    if (unable === 'ORDER_CLOSED') return { refused: unable, order };
    if (unable) return { refused: unable };
    const violations = idempotencyKeyViolations(input.idempotencyKey);
    if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };

    const { expectedRevision } = input;
    if (expectedRevision != null && expectedRevision !== (await revisionOf(transaction, order.id)))
      return { refused: 'ORDER_REVISION_CONFLICT', order };

    const closed = { state: OrderState.CLOSED, closedAt: now };
    await transaction.manager.update(OrderEntity, { id: order.id }, closed);
    const change = await appendChange(transaction, services, {
      accountId: order.accountId,
      kind: ChangeKind.ORDER_CLOSED,
      at: now,
      actorId: viewer.id,
      orderId: order.id,
      itemId: null,
      before: null,
      after: null,
    });
    await rememberResult(transaction, attempt, { change });
    return { order: { ...order, ...closed }, change };
  });
}

/** The revision of an order that is locked, so that none of its items moves on. */
async function revisionOf({ manager }: Transaction, orderId: string): Promise<number | undefined> {
  return (await new OrderReader(manager).summariesOfOrders([orderId])).get(orderId)?.revision;
}
