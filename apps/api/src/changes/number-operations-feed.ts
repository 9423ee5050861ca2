import { IsNull } from 'typeorm';
import type { Database, Transaction } from '../database/database.js';
import { ChangeEntity } from './change.entity.js';
import { OperationsFeedEntity } from './operations-feed.entity.js';

/** How many changes are numbered in one transaction. */
const BATCH = 200;

/** For each database the numbering that is under way, and the one that begins after it. */
const underWay = new WeakMap<Database, { readonly running: Promise<number>; next?: Promise<number> }>();

/**
 * Gives the changes of all accounts that have none yet their position in the operators' feed, and returns the last.
 *
 * Accounts count their changes each under its own lock, so that buyers do not wait for each other; one lock over all of
 * them would make them. So the common order is laid down afterwards, when an operator reads: under the lock of the
 * feed's own row, for what has committed by then. A position once given never changes, and none comes in before it.
 */
export function numberOperationsFeed(database: Database): Promise<number> {
  const others = underWay.get(database);
  if (others) {
    // Only one that has not begun yet is sure to number all that has committed by now; many share it.
    others.next ??= others.running.then(
      () => numberOperationsFeed(database),
      () => numberOperationsFeed(database),
    );
    return others.next;
  }
  const running = numberAll(database).finally(() => underWay.delete(database));
  underWay.set(database, { running });
  return running;
}

async function numberAll(database: Database): Promise<number> {
  for (;;) {
    const waiting = await database.reader.getRepository(ChangeEntity).existsBy({ operationsPosition: IsNull() });
    if (!waiting) return lastPosition(database);
    await database.transaction(numberBatch);
  }
}

async function lastPosition({ reader }: Database): Promise<number> {
  return (await reader.getRepository(OperationsFeedEntity).findOneByOrFail({ id: 1 })).lastPosition;
}

async function numberBatch({ manager, canLockRows }: Transaction): Promise<void> {
  const feedQuery = manager.createQueryBuilder(OperationsFeedEntity, 'f').where('f.id = 1');
  if (canLockRows) feedQuery.setLock('pessimistic_write');
  const feed = await feedQuery.getOneOrFail();
  const waiting = await manager.find(ChangeEntity, {
    select: { accountId: true, sequence: true },
    where: { operationsPosition: IsNull() },
    // Within an account the sequence decides, whatever the clocks of several servers say.
    order: { accountId: 'ASC', sequence: 'ASC' },
    take: BATCH,
  });
  let position = feed.lastPosition;
  for (const { accountId, sequence } of waiting) {
    position += 1;
    await manager.update(ChangeEntity, { accountId, sequence }, { operationsPosition: position });
  }
  await manager.update(OperationsFeedEntity, { id: 1 }, { lastPosition: position });
}
