import { nextChangeSequence } from '../accounts/account-lock.js';
import type { Transaction } from '../database/database.js';
import { insertRow } from '../database/lean-writes.js';
import { scheduleOrderMail } from '../mail/digest/schedule-order-mail.js';
import type { Services } from '../services.js';
import { ChangeEntity } from './change.entity.js';
import { announceGrowth } from './wake-ups.js';

/** A change as it stands in the log, without who did it spelled out. */
export type RecordedChange = Omit<ChangeEntity, 'order' | 'actor'>;

/** A fact to be recorded: all of a change but its place in the log. */
export type NewChange = Omit<RecordedChange, 'sequence' | 'operationsPosition'>;

/**
 * Appends a fact to the change log and lays down what is to be mailed of it, in the transaction that makes it true, and
 * wakes its followers once that has committed. It locks the account's row, so it comes last in a transaction.
 */
export async function appendChange(
  transaction: Transaction,
  services: Pick<Services, 'config' | 'now' | 'signals'>,
  fact: NewChange,
): Promise<RecordedChange> {
  const sequence = await nextChangeSequence(transaction, fact.accountId);
  const change: RecordedChange = { ...fact, sequence, operationsPosition: null };
  await insertRow(transaction.manager, ChangeEntity, change);
  await scheduleOrderMail(transaction, services, change);
  transaction.afterCommit(() => announceGrowth(services.signals, fact.accountId));
  return change;
}

/** One change that was recorded before. */
export function recordedChange({ manager }: Transaction, accountId: string, sequence: number): Promise<RecordedChange> {
  return manager.findOneByOrFail(ChangeEntity, { accountId, sequence });
}
