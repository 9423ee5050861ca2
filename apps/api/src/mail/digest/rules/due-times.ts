import type { MailTimes } from '../../../config.js';
import { OrderMails } from '../../settings/order-mails.js';

/** The shortest time between two mails about orders to somebody who wants one a day, in milliseconds. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a reminder waits at a time for an earlier mail to go out, in milliseconds. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;

/** The reports on an order that no mail was about yet. */
export interface PendingReports {
  readonly firstReportAt: Date;
  readonly lastReportAt: Date;
}

/** What a buyer wants, as far as it decides when. */
export interface Wish {
  readonly orderMails: OrderMails;
  readonly dailyMailAt: Date | null;
}

/** When the reports on an order are to be mailed. */
export function reportsDueAt({ firstReportAt, lastReportAt }: PendingReports, wish: Wish, times: MailTimes): Date {
  if (wish.orderMails === OrderMails.AT_ONCE) return firstReportAt;
  const gathered = earlier(plus(lastReportAt, times.digestQuietMs), plus(firstReportAt, times.digestMaxMs));
  const day = nextDailyMailAt(wish);
  return day && day > gathered ? day : gathered;
}

/** The earliest time for the next mail about orders to somebody who wants one a day; undefined where any time will do. */
export function nextDailyMailAt({ orderMails, dailyMailAt }: Wish): Date | undefined {
  return orderMails === OrderMails.DAILY && dailyMailAt ? plus(dailyMailAt, DAY_MS) : undefined;
}

/** When an order is to be recalled that was mailed of then, and recalled so often since; undefined for never again. */
export function reminderDueAt(digestAt: Date, reminders: number, { remindersMs }: MailTimes): Date | undefined {
  const after = remindersMs[reminders];
  return after === undefined ? undefined : plus(digestAt, after);
}

/**
 * The same where a reminder goes out now, the last of so many. It may be late, since the workers or the mail server were
 * away: then the next keeps its distance from it, so that the two do not arrive together.
 */
export function nextReminderDueAt(digestAt: Date, reminders: number, now: Date, times: MailTimes): Date | undefined {
  const dueAt = reminderDueAt(digestAt, reminders, times);
  const thisOne = reminderDueAt(digestAt, reminders - 1, times);
  if (!dueAt || !thisOne) return dueAt;
  return later(dueAt, plus(now, dueAt.getTime() - thisOne.getTime()));
}

/** When to look again whether an earlier mail has gone out. */
export function lookAgainAt(now: Date): Date {
  return plus(now, LOOK_AGAIN_MS);
}

function plus(time: Date, ms: number): Date {
  return new Date(time.getTime() + ms);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
