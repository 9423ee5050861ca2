import type { MailTimes } from '../../../config.js';
import { lookAgainAt, nextReminderDueAt, reminderDueAt } from './due-times.js';

/** What is due for an order. */
export interface DueOrder {
  readonly firstSequence: number | null;
  readonly digestAt: Date | null;
  readonly reminders: number;
  /** Whether an earlier mail about the order has still not gone out. */
  readonly isMailWaiting: boolean;
}

/** An item that needs its buyer now, and the report that says so. */
export interface NeedyItem {
  /** Of the item's newest change. */
  readonly sequence: number;
}

/** What to mail of an order, and what is due for it afterwards; nothing is if `next` is missing. */
export interface OrderMailPlan<Item> {
  readonly kind: 'REPORTS' | 'REMINDER';
  /** Empty where nothing is to be mailed. */
  readonly items: readonly Item[];
  readonly next?: {
    readonly dueAt: Date;
    readonly digestAt: Date;
    readonly reminders: number;
  };
}

/**
 * Decides what to mail of an order that is due. What counts is how its items stand now: what was put right meanwhile is
 * left out. New reports come first; a mail about them begins the reminders anew.
 * @param needy all items of the order that need its buyer now
 */
export function planOrderMail<Item extends NeedyItem>(
  { firstSequence, digestAt, reminders, isMailWaiting }: DueOrder,
  needy: readonly Item[],
  now: Date,
  times: MailTimes,
): OrderMailPlan<Item> {
  if (firstSequence !== null) {
    const items = needy.filter(({ sequence }) => sequence >= firstSequence);
    if (items.length > 0) return { kind: 'REPORTS', items, ...next(reminderDueAt(now, 0, times), now, 0) };
    // All that was new is put right. What older mails were about may still wait for its reminder.
    if (needy.length === 0 || !digestAt) return { kind: 'REPORTS', items };
    return { kind: 'REPORTS', items, ...next(reminderDueAt(digestAt, reminders, times), digestAt, reminders) };
  }
  if (needy.length === 0 || !digestAt) return { kind: 'REMINDER', items: [] };
  // Otherwise the two would arrive together.
  if (isMailWaiting) return { kind: 'REMINDER', items: [], next: { dueAt: lookAgainAt(now), digestAt, reminders } };
  const made = reminders + 1;
  return { kind: 'REMINDER', items: needy, ...next(nextReminderDueAt(digestAt, made, now, times), digestAt, made) };
}

function next(dueAt: Date | undefined, digestAt: Date, reminders: number): Pick<OrderMailPlan<never>, 'next'> {
  return dueAt ? { next: { dueAt, digestAt, reminders } } : {};
}
