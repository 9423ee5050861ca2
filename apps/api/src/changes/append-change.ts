import { AccountEntity } from '../accounts/account.entity.js';
import type { Transaction } from '../database/database.js';
import { ChangeEntity } from './change.entity.js';
import type { WakeUps } from './wake-ups.js';

/** A fact to be recorded: all of a change but its place in the log. */
export type NewChange = Omit<ChangeEntity, 'sequence' | 'operationsPosition'>;

/**
 * Appends a fact to the change log, in the transaction that makes it true, and wakes its followers once that has
 * committed. The account's row stays locked until then, which is what keeps the sequence without gaps and in the order
 * of commits; so this comes last in a transaction.
 */
export async function appendChange(
  { manager, afterCommit }: Transaction,
  wakeUps: WakeUps,
  fact: NewChange,
): Promise<ChangeEntity> {
  await manager.increment(AccountEntity, { id: fact.accountId }, 'changeCount', 1);
  const { changeCount: sequence } = await manager.findOneOrFail(AccountEntity, {
    select: { changeCount: true },
    where: { id: fact.accountId },
  });
  const change = Object.assign(new ChangeEntity(), { ...fact, sequence, operationsPosition: null });
  await manager.insert(ChangeEntity, change);
  afterCommit(() => wakeUps.announce(fact.accountId, sequence));
  return change;
}
