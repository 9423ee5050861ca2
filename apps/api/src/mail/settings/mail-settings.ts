import type { Database } from '../../database/database.js';
import { MailSettingEntity } from './mail-setting.entity.js';

/** What an account says of its mails, as it may say it anew. */
export type MailChoice = Pick<MailSettingEntity, 'orderMails' | 'language'>;

/** What an account wants of mails. Every account has said something: it is made together with it. */
export function mailChoiceOf({ reader }: Database, accountId: string): Promise<MailChoice> {
  return reader.manager.findOneOrFail(MailSettingEntity, {
    select: { orderMails: true, language: true },
    where: { accountId },
  });
}

/** Whose mails bear this token; null for nobody's. */
export async function holderOf({ reader }: Database, unsubscribeToken: string): Promise<string | null> {
  const found = await reader.manager.findOne(MailSettingEntity, {
    select: { accountId: true, unsubscribeToken: true },
    where: { unsubscribeToken },
  });
  // Some databases take upper and lower case for the same.
  return found?.unsubscribeToken === unsubscribeToken ? found.accountId : null;
}
