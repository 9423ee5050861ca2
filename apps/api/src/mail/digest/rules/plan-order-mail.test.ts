import { planOrderMail } from './plan-order-mail.js';

const HOUR = 3_600_000;
const times = { digestQuietMs: 1, digestMaxMs: 1, remindersMs: [24 * HOUR, 72 * HOUR] };
const now = new Date('2026-03-01T08:00:00.000Z');
const hours = (count: number) => new Date(now.getTime() + count * HOUR);
const reported = { firstSequence: 5, digestAt: null, reminders: 0, isMailWaiting: false };
const told = (digestAt: Date, reminders = 0) => ({ ...reported, firstSequence: null, digestAt, reminders });
const old = { sequence: 3 };
const fresh = { sequence: 5 };
const newest = { sequence: 9 };

test('mails what was reported since, and begins the reminders', () => {
  expect(planOrderMail(reported, [fresh, newest], now, times)).toEqual({
    kind: 'REPORTS',
    items: [fresh, newest],
    next: { dueAt: hours(24), digestAt: now, reminders: 0 },
  });
});

test('leaves out what an earlier mail was about', () => {
  const due = { ...reported, digestAt: hours(-30), reminders: 1 };
  const plan = planOrderMail(due, [old, newest], now, times);
  expect(plan).toMatchObject({ items: [newest], next: { digestAt: now, reminders: 0 } });
});

test('mails nothing when all is put right, and has nothing more to do', () => {
  expect(planOrderMail(reported, [], now, times)).toEqual({ kind: 'REPORTS', items: [] });
});

test('goes on with the reminders of older items when all that was new is put right', () => {
  const due = { ...reported, digestAt: hours(-30), reminders: 1 };
  expect(planOrderMail(due, [old], now, times)).toEqual({
    kind: 'REPORTS',
    items: [],
    next: { dueAt: hours(42), digestAt: hours(-30), reminders: 1 },
  });
});

test('recalls all that still needs its buyer, twice, and then no more', () => {
  const first = planOrderMail(told(hours(-24)), [old, fresh], now, times);
  expect(first).toEqual({
    kind: 'REMINDER',
    items: [old, fresh],
    next: { dueAt: hours(48), digestAt: hours(-24), reminders: 1 },
  });
  const second = planOrderMail(told(hours(-72), 1), [old], now, times);
  expect(second).toEqual({ kind: 'REMINDER', items: [old] });
});

test('a reminder that is late keeps the next one as far away as it would have been', () => {
  for (const late of [1, 6, 47, 48, 100]) {
    const plan = planOrderMail(told(hours(-24 - late)), [old], now, times);
    expect(plan.next).toEqual({ dueAt: hours(48), digestAt: hours(-24 - late), reminders: 1 });
  }
});

test('recalls nothing that is put right', () => {
  expect(planOrderMail(told(hours(-24)), [], now, times)).toEqual({ kind: 'REMINDER', items: [] });
});

test('recalls nothing while an earlier mail has not gone out, and looks again', () => {
  const due = { ...told(hours(-24)), isMailWaiting: true };
  expect(planOrderMail(due, [old], now, times)).toEqual({
    kind: 'REMINDER',
    items: [],
    next: { dueAt: hours(1), digestAt: hours(-24), reminders: 0 },
  });
  expect(planOrderMail(due, [], now, times)).toEqual({ kind: 'REMINDER', items: [] });
});

test('mails new reports though an earlier mail has not gone out', () => {
  const plan = planOrderMail({ ...reported, isMailWaiting: true }, [fresh], now, times);
  expect(plan).toMatchObject({ kind: 'REPORTS', items: [fresh] });
});
