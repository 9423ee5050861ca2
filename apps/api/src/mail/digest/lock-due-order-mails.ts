import type { FindOptionsWhere } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import { PreparedRead } from '../../database/prepared-read.js';
import { toTimeOrNull } from '../../database/raw.js';
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

/** What is due for an order, as far as one more report changes it. */
type DueReports = Pick<DueOrderMailEntity, 'firstSequence' | 'firstReportAt'>;

const DUE_REPORTS = new PreparedRead<{ orderId: string }, { locks: boolean }>((source, { locks }) => {
  const query = source
    .createQueryBuilder(DueOrderMailEntity, 'd')
    .select('d.firstSequence', 'firstSequence')
    .addSelect('d.firstReportAt', 'firstReportAt')
    .where('d.orderId = :orderId');
  return locks ? query.setLock('pessimistic_write') : query;
});

/** Locks what is due for one order; undefined if nothing is. */
export async function lockDueReports(
  { manager, canLockRows: locks }: Transaction,
  orderId: string,
): Promise<DueReports | undefined> {
  const [row] = await DUE_REPORTS.rows(manager, { orderId }, { locks });
  return row && { firstSequence: row.firstSequence as number | null, firstReportAt: toTimeOrNull(row.firstReportAt) };
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
