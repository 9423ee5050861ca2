import type { Transaction } from '../database/database.js';
import { runStatement } from '../database/statement.js';
import { AccountEntity } from './account.entity.js';

/**
 * Locks an account's row until the transaction ends, before anything new refers to it. The foreign key of a new order
 * would otherwise share-lock the row first, and two orders placed at once would wait for each other.
 */
export async function lockAccount({ manager, canLockRows }: Transaction, id: string): Promise<void> {
  if (!canLockRows) return;
  await manager.createQueryBuilder(AccountEntity, 'a').where({ id }).setLock('pessimistic_write').getOneOrFail();
}

/** Counts up, and tells the new count as MySQL tells the number that a new row was given. */
const COUNT_UP = 'UPDATE `account` SET `changeCount` = LAST_INSERT_ID(`changeCount` + 1) WHERE `id` = ?';

/**
 * Counts one more change to an account's orders and returns its sequence. The row stays locked until the transaction
 * ends, which is what keeps the sequence without gaps and in the order of commits.
 */
export async function nextChangeSequence({ manager, canLockRows }: Transaction, id: string): Promise<number> {
  if (canLockRows) {
    const { insertId, affected } = await runStatement(manager, COUNT_UP, [id]);
    if (affected !== 1) throw new Error(`account ${id} is gone`);
    return insertId;
  }
  await manager.increment(AccountEntity, { id }, 'changeCount', 1);
  const { changeCount } = await manager.findOneOrFail(AccountEntity, { select: { changeCount: true }, where: { id } });
  return changeCount;
}
