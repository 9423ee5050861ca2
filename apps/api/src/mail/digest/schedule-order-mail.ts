import { isErrorStatus } from '@oops/item-status';
import type { RecordedChange } from '../../changes/append-change.js';
import { ChangeKind } from '../../changes/change-kind.js';
import type { Transaction } from '../../database/database.js';
import { insertRow, updateRows } from '../../database/lean-writes.js';
import type { Services } from '../../services.js';
import { MailKind } from '../outbox/mail-kind.js';
import { postMail } from '../outbox/post-mail.js';
import { readWish } from '../settings/mail-setting-rows.js';
import { DueOrderMailEntity } from './due-order-mail.entity.js';
import { lockDueOrderMails, lockDueReports } from './lock-due-order-mails.js';
import { reportsDueAt, type Wish } from './rules/due-times.js';

type Needed = Pick<Services, 'config' | 'now' | 'signals'>;

/**
 * Lays down what a change has to be mailed of, in the transaction of the change itself: neither is ever there without
 * the other. The order is locked, so nobody else does this for it at the same time.
 */
export async function scheduleOrderMail(
  transaction: Transaction,
  services: Needed,
  change: RecordedChange,
): Promise<void> {
  const { kind, after } = change;
  if (kind === ChangeKind.ITEM_STATUS_REPORTED && after && isErrorStatus(after.status))
    await scheduleReport(transaction, services, change);
  if (kind === ChangeKind.ORDER_CLOSED) await announceClosing(transaction, services, change);
}

async function scheduleReport(
  transaction: Transaction,
  { config }: Needed,
  { accountId, orderId, sequence, at }: RecordedChange,
): Promise<void> {
  const { manager } = transaction;
  const wish = await readWish(manager, accountId);
  // Locked before it is read: a worker may be about to mail what is in it.
  const due = await lockDueReports(transaction, orderId);
  const reports = {
    firstSequence: due?.firstSequence ?? sequence,
    firstReportAt: due?.firstReportAt ?? at,
    lastReportAt: at,
  };
  const dueAt = reportsDueAt(reports, wish, config.mailTimes);
  if (due) await updateRows(manager, DueOrderMailEntity, { orderId }, { ...reports, dueAt });
  else {
    const row = { orderId, accountId, dueAt, ...reports, digestAt: null, reminders: 0 };
    await insertRow(manager, DueOrderMailEntity, row);
  }
}

/** What was due for the order is found to be nothing any more when its time comes. */
async function announceClosing(
  transaction: Transaction,
  services: Needed,
  { accountId, orderId, sequence }: RecordedChange,
): Promise<void> {
  const mention = { accountId, sequence, orderId, itemId: null, revision: null };
  await postMail(transaction, services, { kind: MailKind.ORDER_CLOSED, accountId }, [mention]);
}

/** Works out anew when the reports of an account are due, because it wants something else from now on. */
export async function rescheduleOrderMails(
  transaction: Transaction,
  { config }: Pick<Services, 'config'>,
  accountId: string,
  wish: Wish,
): Promise<void> {
  for (const due of await lockDueOrderMails(transaction, { accountId })) {
    const { orderId, firstReportAt, lastReportAt } = due;
    if (!firstReportAt || !lastReportAt) continue;
    const dueAt = reportsDueAt({ firstReportAt, lastReportAt }, wish, config.mailTimes);
    await transaction.manager.update(DueOrderMailEntity, { orderId }, { dueAt });
  }
}
