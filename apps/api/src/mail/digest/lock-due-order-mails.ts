import type { FindOptionsWhere } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import { DueOrderMailEntity } from './due-order-mail.entity.js';

/** Locks what is due for some orders until the transaction ends, after whoever else has it locked. */
export function lockDueOrderMails(
  { manager, canLockRows }: Transaction,
  where: FindOptionsWhere<DueOrderMailEntity>,
): Promise<DueOrderMailEntity[]> {
  const query = manager.createQueryBuilder(DueOrderMailEntity, 'd').where(where).orderBy('d.orderId');
  if (canLockRows) query.setLock('pessimistic_write');
  return query.getMany();
}

/** Locks what has been due for longest, and what nobody else has locked; undefined if there is nothing. */
export async function lockFirstDue(
  { manager, canLockRows }: Transaction,
  now: Date,
): Promise<DueOrderMailEntity | undefined> {
  const query = manager.createQueryBuilder(DueOrderMailEntity, 'd').where('d.dueAt <= :now', { now });
  query.orderBy('d.dueAt').limit(1);
  if (canLockRows) query.setLock('pessimistic_write').setOnLocked('skip_locked');
  return (await query.getOne()) ?? undefined;
}
