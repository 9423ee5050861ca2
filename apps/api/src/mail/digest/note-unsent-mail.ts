import { lockAccount } from '../../accounts/account-lock.js';
import type { Services } from '../../services.js';
import type { ClaimedMail } from '../outbox/claim-mail.js';
import { MailKind } from '../outbox/mail-kind.js';
import { hasEndedUnsent } from '../outbox/record-attempt.js';
import {
  forgetDailyMail,
  lockMailSetting,
  type MailSettingRow,
  readMailSetting,
} from '../settings/mail-setting-rows.js';
import { rescheduleOrderMails } from './schedule-order-mail.js';

const ONE_A_DAY: readonly MailKind[] = [MailKind.ORDER_REPORTS, MailKind.ORDER_REMINDER];

/** Lets who wants one mail a day not wait a day for the next one where the last has ended without going out. */
export async function noteUnsentMail(services: Services, mail: ClaimedMail): Promise<void> {
  const { kind, accountId, createdAt } = mail;
  if (!accountId || !ONE_A_DAY.includes(kind)) return;
  // One that has gone out late, or may have, has been given another time, as has a later mail.
  const isTheLast = ({ dailyMailAt }: MailSettingRow) => dailyMailAt?.getTime() === createdAt.getTime();
  const { database } = services;
  // Mostly it is not, and asking so holds up nobody.
  if (!isTheLast(await readMailSetting(database.reader.manager, accountId))) return;
  await database.transaction(async (transaction) => {
    // A report that is under way would be due a day later, and nobody would work that out anew.
    await lockAccount(transaction, accountId);
    const setting = await lockMailSetting(transaction, accountId);
    if (!isTheLast(setting) || !(await hasEndedUnsent(transaction, mail))) return;
    await forgetDailyMail(transaction, accountId);
    await rescheduleOrderMails(transaction, services, accountId, { ...setting, dailyMailAt: null });
  });
}
