import type { Database } from '../../database/database.js';
import type { Language } from './language.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import type { OrderMails } from './order-mails.js';

/** Whom a mail goes to, as far as mails need to know. */
export interface Recipient {
  readonly address: string;
  readonly orderMails: OrderMails;
  readonly language: Language;
  readonly unsubscribeToken: string;
}

/** Whoever has an account, as they are reached now. */
export async function recipientOf({ reader }: Database, accountId: string): Promise<Recipient> {
  const row = await reader
    .createQueryBuilder(MailSettingEntity, 's')
    .innerJoin('s.account', 'a')
    .select('a.email', 'address')
    .addSelect('s.orderMails', 'orderMails')
    .addSelect('s.language', 'language')
    .addSelect('s.unsubscribeToken', 'unsubscribeToken')
    .where('s.accountId = :accountId', { accountId })
    .getRawOne<Recipient>();
  if (!row) throw new Error(`${accountId} has no mail setting`);
  return row;
}
