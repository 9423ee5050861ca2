import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import { PreparedRead } from '../../database/prepared-read.js';
import { toTimeOrNull } from '../../database/raw.js';
import type { Wish } from '../digest/rules/due-times.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import { OrderMails } from './order-mails.js';

/** What an account wants of mails, as columns. */
export type MailSettingRow = Omit<MailSettingEntity, 'account'>;

/** What an account wants of mails. Every account has said something, if only by default. */
export function readMailSetting(manager: EntityManager, accountId: string): Promise<MailSettingRow> {
  return manager.findOneByOrFail(MailSettingEntity, { accountId });
}

const WISH = new PreparedRead<{ accountId: string }>((source) =>
  source
    .createQueryBuilder(MailSettingEntity, 's')
    .select('s.orderMails', 'orderMails')
    .addSelect('s.dailyMailAt', 'dailyMailAt')
    .where('s.accountId = :accountId'),
);

/** Of this what decides when its mails are due. */
export async function readWish(manager: EntityManager, accountId: string): Promise<Wish> {
  const [row] = await WISH.rows(manager, { accountId });
  if (!row) throw new Error(`account ${accountId} has said nothing of mails`);
  return { orderMails: row.orderMails as OrderMails, dailyMailAt: toTimeOrNull(row.dailyMailAt) };
}

/** All of it, locked until the transaction ends, so that two workers do not both mail somebody who wants one mail a day. */
export function lockMailSetting({ manager, canLockRows }: Transaction, accountId: string): Promise<MailSettingRow> {
  const query = manager.createQueryBuilder(MailSettingEntity, 's').where('s.accountId = :accountId', { accountId });
  if (canLockRows) query.setLock('pessimistic_write');
  return query.getOneOrFail();
}

/** Notes that somebody who wants one mail about orders a day gets one now. */
export async function noteDailyMail({ manager }: Transaction, accountId: string, now: Date): Promise<void> {
  await manager.update(MailSettingEntity, { accountId }, { dailyMailAt: now });
}

/** The same of a mail that has gone out only now, long after it was made; nothing for who wants something else by now. */
export async function noteLateDailyMail({ manager }: Transaction, accountId: string, now: Date): Promise<void> {
  await manager.update(MailSettingEntity, { accountId, orderMails: OrderMails.DAILY }, { dailyMailAt: now });
}

/** Takes back that somebody got their one mail of the day. */
export async function forgetDailyMail({ manager }: Transaction, accountId: string): Promise<void> {
  await manager.update(MailSettingEntity, { accountId }, { dailyMailAt: null });
}
