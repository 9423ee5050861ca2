import type { Violation } from '@oops/item-status';
import type { Viewer } from '../accounts/viewer.js';
import { appendChange, type RecordedChange } from '../changes/append-change.js';
import type { ChangeKind } from '../changes/change-kind.js';
import type { Transaction } from '../database/database.js';
import { updateRows } from '../database/lean-writes.js';
import { toTimeText, toTimeTextOrNull } from '../database/raw.js';
import { idempotencyKeyViolations } from '../idempotency/idempotency-key-rules.js';
import type { RememberedRefusal } from '../idempotency/remembered-refusal.js';
import { type Result, recallResult, rememberResult } from '../idempotency/remembered-result.js';
import type { Services } from '../services.js';
import { ItemEntity } from './item.entity.js';
import { fromSnapshot, toSnapshot } from './item-history.js';
import { lockItem } from './lock-order.js';
import type { Refusal, RefusalOf } from './refusals.js';
import type { ItemRow, OrderRow } from './rows.js';
import { type ItemAction, refuseItemAction } from './rules/item-actions.js';

/** The columns that an action sets. The revision is not among them: it always goes up by one. */
type ItemPatch = Partial<
  Pick<
    ItemEntity,
    | 'url'
    | 'merchantName'
    | 'merchantHost'
    | 'productName'
    | 'quantity'
    | 'unitPriceMinor'
    | 'specification'
    | 'status'
    | 'statusChangedAt'
    | 'evidence'
    | 'keptAt'
  >
>;

/** What a mutation wants of an item. */
export interface ItemCommand {
  readonly mutation: string;
  readonly action: ItemAction;
  readonly kind: ChangeKind;
  readonly input: {
    readonly itemId: string;
    readonly expectedRevision: number;
    readonly idempotencyKey?: string | null;
  };
  /** What is wrong with the input, given the item it is for. */
  readonly violations?: (item: ItemRow) => Violation[];
  /** What to set, once nothing stands against it. */
  readonly patch: (item: ItemRow, now: Date) => ItemPatch;
}

export interface ItemChanged {
  readonly item: ItemRow;
  readonly change: RecordedChange;
}

/**
 * Changes one item: lock, decide, save, record, all in one transaction. Of any number of callers who know the same
 * revision exactly one gets through; the others are handed the item as it is by then.
 */
export function changeItem(services: Services, viewer: Viewer, command: ItemCommand): Promise<ItemChanged | Refusal> {
  return services.database.transaction(async (transaction) => {
    const now = services.now();
    const attempt = { accountId: viewer.id, mutation: command.mutation, input: command.input, now };
    const found = await lockItem(transaction, viewer, command.input.itemId);
    if (!found) return { refused: 'NOT_FOUND' };
    const { item } = found;

    const refusal = refuse(command, viewer, found);
    // A call that is repeated finds the item changed by itself, or else its key taken; then all of this runs again. So
    // where neither is so, nothing needs to be looked up. SQLite tells a taken key from nothing else.
    if (refusal || transaction.attempt > 1 || !transaction.canLockRows) {
      const earlier = await recallResult(transaction, attempt);
      if (earlier === 'OTHER_INPUT') return { refused: 'KEY_REUSED' };
      if (earlier) return asItWas(item, earlier);
    }
    if (refusal) {
      if ('item' in refusal) await rememberResult(transaction, attempt, { refusal: toRemember(refusal) });
      return refusal;
    }

    const changed = await save(transaction, item, command.patch(item, now));
    const change = await appendChange(transaction, services, {
      accountId: item.accountId,
      kind: command.kind,
      at: now,
      actorId: viewer.id,
      orderId: item.orderId,
      itemId: item.id,
      before: toSnapshot(item),
      after: toSnapshot(changed),
    });
    await rememberResult(transaction, attempt, { change });
    return { item: changed, change };
  });
}

/** The answer to a call that is repeated: the one that it got first. */
function asItWas(item: ItemRow, earlier: Result): ItemChanged | Refusal {
  if ('change' in earlier) {
    return { item: { ...item, ...fromSnapshot(earlier.change.after) }, change: earlier.change };
  }
  const { refused, item: snapshot } = earlier.refusal;
  return { refused, item: { ...item, ...fromSnapshot(snapshot) } };
}

/** Other refusals need no remembering: the same call comes to them again. */
function toRemember({ refused, item }: RefusalOf<'REVISION_CONFLICT' | 'UNFIT_STATUS'>): RememberedRefusal {
  return { refused, item: toSnapshot(item) };
}

function refuse(
  command: ItemCommand,
  viewer: Viewer,
  { item, order }: { item: ItemRow; order: OrderRow },
): Refusal | undefined {
  const { status, orderState } = item;
  const unable = refuseItemAction(command.action, {
    status,
    orderState,
    kept: item.keptAt !== null,
    role: viewer.role,
  });
  if (unable === 'NOT_PERMITTED') return { refused: unable };
  if (unable === 'ORDER_CLOSED') return { refused: unable, order };
  const violations = [...idempotencyKeyViolations(command.input.idempotencyKey), ...(command.violations?.(item) ?? [])];
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  if (command.input.expectedRevision !== item.revision) return { refused: 'REVISION_CONFLICT', item };
  return unable ? { refused: unable, item } : undefined;
}

async function save({ manager }: Transaction, item: ItemRow, patch: ItemPatch): Promise<ItemRow> {
  const { id, revision } = item;
  const affected = await updateRows(manager, ItemEntity, { id, revision }, { ...patch, revision: revision + 1 });
  // The order is locked, so nobody can have come between; if somebody has, nothing of this may stay.
  if (affected !== 1) throw new Error(`item ${id} changed under its lock`);
  const { statusChangedAt, keptAt, ...rest } = patch;
  return {
    ...item,
    ...rest,
    ...(statusChangedAt && { statusChangedAt: toTimeText(statusChangedAt) }),
    ...(keptAt !== undefined && { keptAt: toTimeTextOrNull(keptAt) }),
    revision: revision + 1,
  };
}
