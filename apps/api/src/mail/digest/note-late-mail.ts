import { In } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import type { Services } from '../../services.js';
import type { ClaimedMail } from '../outbox/claim-mail.js';
import { MailKind } from '../outbox/mail-kind.js';
import { mentionsOf } from '../outbox/mentions.js';
import { noteLateDailyMail } from '../settings/mail-setting-rows.js';
import { DueOrderMailEntity } from './due-order-mail.entity.js';
import { lockDueOrderMails } from './lock-due-order-mails.js';
import { nextReminderDueAt, reminderDueAt } from './rules/due-times.js';

/**
 * Lets what follows a mail about orders count from now, when it has gone out, and not from when it was made: it may have
 * waited for the mail server for hours, and nobody is to be reminded of what they were told a moment ago. The same goes for
 * one that may have gone out.
 */
export async function noteLateMail(services: Services, { id, kind, accountId }: ClaimedMail): Promise<void> {
  const isReminder = kind === MailKind.ORDER_REMINDER;
  if (!accountId || !(isReminder || kind === MailKind.ORDER_REPORTS)) return;
  const { database, now } = services;
  const orderIds = new Set((await mentionsOf(database, id)).map(({ orderId }) => orderId));
  const at = now();
  await database.transaction(async (transaction) => {
    const follow = isReminder ? keepNextReminderAway : countRemindersFrom;
    await follow(transaction, services, [...orderIds], at);
    await noteLateDailyMail(transaction, accountId, at);
  });
}

async function countRemindersFrom(
  transaction: Transaction,
  { config }: Services,
  orderIds: string[],
  digestAt: Date,
): Promise<void> {
  for (const due of await lockDueOrderMails(transaction, { orderId: In(orderIds) })) {
    const { orderId, firstSequence, reminders } = due;
    const dueAt = firstSequence === null ? reminderDueAt(digestAt, reminders, config.mailTimes) : undefined;
    await transaction.manager.update(DueOrderMailEntity, { orderId }, { digestAt, ...(dueAt && { dueAt }) });
  }
}

/** A mail about new reports that came meanwhile has begun the reminders anew: then none followed yet, and all is as it was. */
async function keepNextReminderAway(
  transaction: Transaction,
  { config }: Services,
  orderIds: string[],
  at: Date,
): Promise<void> {
  for (const due of await lockDueOrderMails(transaction, { orderId: In(orderIds) })) {
    const { orderId, firstSequence, digestAt, reminders } = due;
    if (firstSequence !== null || !digestAt) continue;
    const dueAt = nextReminderDueAt(digestAt, reminders, at, config.mailTimes);
    if (dueAt && dueAt > due.dueAt) await transaction.manager.update(DueOrderMailEntity, { orderId }, { dueAt });
  }
}
