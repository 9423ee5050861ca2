import type { Transaction } from '../../database/database.js';
import { isOutage } from '../../database/outage.js';
import { OrderReader } from '../../orders/order.reader.js';
import type { NeedyItemRow } from '../../orders/rows.js';
import type { Services } from '../../services.js';
import { type ClaimedMail, claimed } from '../outbox/claim-mail.js';
import { MailKind } from '../outbox/mail-kind.js';
import { ordersWithMailsWaiting } from '../outbox/mentions.js';
import { insertMail, newMail } from '../outbox/post-mail.js';
import { lockMailSetting, type MailSettingRow, noteDailyMail } from '../settings/mail-setting-rows.js';
import { OrderMails } from '../settings/order-mails.js';
import { DueOrderMailEntity } from './due-order-mail.entity.js';
import { lockDueOrderMails, lockFirstDue } from './lock-due-order-mails.js';
import { nextDailyMailAt } from './rules/due-times.js';
import { type OrderMailPlan, planOrderMail } from './rules/plan-order-mail.js';

/** When an order is looked at again that could not be mailed of for a fault of ours, in milliseconds. */
const AFTER_A_FAULT_MS = 5 * 60 * 1000;

type Plan = OrderMailPlan<NeedyItemRow>;

/**
 * Makes a mail of what has been due for longest, and claims it for us; 'NOTHING' where nothing of it is left to be said,
 * and undefined where nothing is due. What is due afterwards is laid down in the same transaction, so that whenever we
 * are killed an order either is due still or has its mail in the outbox.
 */
export async function gatherOrderMail(services: Services): Promise<ClaimedMail | 'NOTHING' | undefined> {
  if (!(await isAnyDue(services))) return undefined;
  let orderId: string | undefined;
  try {
    return await services.database.transaction(async (transaction) => {
      const at = services.now();
      const first = await lockFirstDue(transaction, at);
      orderId = first?.orderId;
      return first && gather(transaction, services, first, at);
    });
  } catch (error) {
    // Others must not wait for ever behind one that cannot be mailed of.
    if (orderId && !isOutage(error)) await postpone(services, orderId);
    throw error;
  }
}

async function gather(
  transaction: Transaction,
  services: Services,
  first: DueOrderMailEntity,
  at: Date,
): Promise<ClaimedMail | 'NOTHING'> {
  const setting = await lockMailSetting(transaction, first.accountId);
  const day = nextDailyMailAt(setting);
  if (day && day > at) {
    await transaction.manager.update(DueOrderMailEntity, { orderId: first.orderId }, { dueAt: day });
    return 'NOTHING';
  }
  const dues = await allForOneMail(transaction, first, setting, at);
  if (setting.orderMails === OrderMails.NONE) {
    await layDown(transaction, first, { kind: 'REPORTS', items: [] });
    return 'NOTHING';
  }
  const plans = await plan(transaction, services, dues, at);
  for (const [due, its] of plans) await layDown(transaction, due, its);
  return post(transaction, services, setting, [...plans.values()], at);
}

async function postpone({ database, now }: Services, orderId: string): Promise<void> {
  const dueAt = new Date(now().getTime() + AFTER_A_FAULT_MS);
  await database.transaction(({ manager }) => manager.update(DueOrderMailEntity, { orderId }, { dueAt }));
}

/** Mostly nothing is, and asking so costs no transaction. */
function isAnyDue({ database, now }: Services): Promise<boolean> {
  return database.reader
    .createQueryBuilder(DueOrderMailEntity, 'd')
    .where('d.dueAt <= :now', { now: now() })
    .getExists();
}

/** Who wants one mail a day has all their orders in it. */
async function allForOneMail(
  transaction: Transaction,
  first: DueOrderMailEntity,
  { orderMails, accountId }: MailSettingRow,
  at: Date,
): Promise<DueOrderMailEntity[]> {
  if (orderMails !== OrderMails.DAILY) return [first];
  const all = await lockDueOrderMails(transaction, { accountId });
  return all.filter(({ firstSequence, dueAt }) => firstSequence !== null || dueAt <= at);
}

async function plan(
  { manager }: Transaction,
  { config }: Services,
  dues: readonly DueOrderMailEntity[],
  at: Date,
): Promise<Map<DueOrderMailEntity, Plan>> {
  const items = await new OrderReader(manager).needyItemsOfOrders(dues.map(({ orderId }) => orderId));
  const recalled = dues.filter(({ firstSequence }) => firstSequence === null).map(({ orderId }) => orderId);
  // Only reminders ask: new reports do not wait for older mails.
  const waiting = recalled.length > 0 ? await ordersWithMailsWaiting(manager, recalled) : undefined;
  return new Map(
    dues.map((due) => {
      const its = items.filter(({ orderId }) => orderId === due.orderId);
      const isMailWaiting = waiting?.has(due.orderId) ?? false;
      return [due, planOrderMail({ ...due, isMailWaiting }, its, at, config.mailTimes)];
    }),
  );
}

/** Writes down what is due for an order after its mail. */
async function layDown({ manager }: Transaction, { orderId }: DueOrderMailEntity, { next }: Plan): Promise<void> {
  if (!next) await manager.delete(DueOrderMailEntity, { orderId });
  else {
    const nothingPending = { firstSequence: null, firstReportAt: null, lastReportAt: null };
    await manager.update(DueOrderMailEntity, { orderId }, { ...nothingPending, ...next });
  }
}

async function post(
  transaction: Transaction,
  services: Services,
  { accountId, orderMails }: MailSettingRow,
  plans: readonly Plan[],
  at: Date,
): Promise<ClaimedMail | 'NOTHING'> {
  const told = plans.filter(({ items }) => items.length > 0);
  if (told.length === 0) return 'NOTHING';
  const isNew = told.some(({ kind }) => kind === 'REPORTS');
  const kind = isNew ? MailKind.ORDER_REPORTS : MailKind.ORDER_REMINDER;
  const mail = claimed(newMail(services, { kind, accountId }), at);
  const items = told.flatMap((its) => its.items);
  const mentions = items.map(({ id, orderId, sequence, revision }) => ({
    accountId,
    sequence,
    orderId,
    itemId: id,
    revision,
  }));
  await insertMail(transaction, mail, mentions);
  // The very time of the mail, by which it is known again should it never go out.
  if (orderMails === OrderMails.DAILY) await noteDailyMail(transaction, accountId, mail.createdAt);
  return mail;
}
