import { newToken } from '../../accounts/token.js';
import type { Transaction } from '../../database/database.js';
import { Language } from './language.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import { OrderMails } from './order-mails.js';

/** What a new account wants of mails until it says otherwise. */
export async function createMailSetting(
  { manager }: Transaction,
  accountId: string,
  language: Language = Language.EN,
): Promise<void> {
  await manager.insert(MailSettingEntity, {
    accountId,
    orderMails: OrderMails.DIGEST,
    language,
    unsubscribeToken: newToken(),
    dailyMailAt: null,
  });
}
