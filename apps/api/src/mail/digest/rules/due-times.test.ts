import { OrderMails } from '../../settings/order-mails.js';
import { nextDailyMailAt, nextReminderDueAt, reminderDueAt, reportsDueAt } from './due-times.js';

const HOUR = 3_600_000;
const times = { digestQuietMs: 120_000, digestMaxMs: 900_000, remindersMs: [24 * HOUR, 72 * HOUR] };
const start = new Date('2026-03-01T08:00:00.000Z');
const at = (ms: number) => new Date(start.getTime() + ms);
const reports = (lastMs: number) => ({ firstReportAt: start, lastReportAt: at(lastMs) });
const wish = (orderMails: OrderMails, dailyMailAt: Date | null = null) => ({ orderMails, dailyMailAt });

test.each([
  [0, 120_000],
  [60_000, 180_000],
  [779_000, 899_000],
  [781_000, 900_000],
  [899_000, 900_000],
])('a digest waits for two quiet minutes, at most fifteen: last report after %i ms', (last, due) => {
  expect(reportsDueAt(reports(last), wish(OrderMails.DIGEST), times)).toEqual(at(due));
});

test('who wants it at once waits for nothing', () => {
  expect(reportsDueAt(reports(500_000), wish(OrderMails.AT_ONCE), times)).toEqual(start);
});

test('who wants one mail a day gets the first like a digest, and the next a day later', () => {
  expect(reportsDueAt(reports(0), wish(OrderMails.DAILY), times)).toEqual(at(120_000));
  expect(reportsDueAt(reports(0), wish(OrderMails.DAILY, at(-HOUR)), times)).toEqual(at(23 * HOUR));
  expect(reportsDueAt(reports(0), wish(OrderMails.DAILY, at(-24 * HOUR)), times)).toEqual(at(120_000));
  expect(nextDailyMailAt(wish(OrderMails.DIGEST, start))).toBeUndefined();
});

test('reminders count from the mail about the reports, and end', () => {
  expect(reminderDueAt(start, 0, times)).toEqual(at(24 * HOUR));
  expect(reminderDueAt(start, 1, times)).toEqual(at(72 * HOUR));
  expect(reminderDueAt(start, 2, times)).toBeUndefined();
});

test.each([
  ['none before it', 0, 30, 24],
  ['one before it, at its time', 1, 24, 72],
  ['one before it, too early by a whim of clocks', 1, 23, 72],
  ['one before it, late', 1, 30, 78],
  ['one before it, later than itself', 1, 100, 148],
])('a reminder keeps its distance from the one before it: %s', (_what, reminders, now, due) => {
  expect(nextReminderDueAt(start, reminders, at(now * HOUR), times)).toEqual(at(due * HOUR));
});

test('no reminder follows the last one, however late that is', () => {
  expect(nextReminderDueAt(start, 2, at(100 * HOUR), times)).toBeUndefined();
});
