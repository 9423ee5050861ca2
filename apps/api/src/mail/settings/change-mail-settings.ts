import { lockAccount } from '../../accounts/account-lock.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { Services } from '../../services.js';
import { rescheduleOrderMails } from '../digest/schedule-order-mail.js';
import { announceMail } from '../outbox/mail-signal.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import { readMailSetting } from './mail-setting-rows.js';
import type { MailChoice } from './mail-settings.js';

/** Takes what the viewer wants of mails from now on, also of what is reported already, and returns it. */
export async function changeMailSettings(
  services: Services,
  { id: accountId }: Viewer,
  { orderMails, language }: MailChoice,
): Promise<MailChoice> {
  const choice = { orderMails, language };
  await services.database.transaction(async (transaction) => {
    const { manager } = transaction;
    // A report that is under way would be due as was wanted before, and nobody would work that out anew.
    await lockAccount(transaction, accountId);
    await manager.update(MailSettingEntity, { accountId }, choice);
    await rescheduleOrderMails(transaction, services, accountId, await readMailSetting(manager, accountId));
    transaction.afterCommit(() => announceMail(services.signals));
  });
  return choice;
}
