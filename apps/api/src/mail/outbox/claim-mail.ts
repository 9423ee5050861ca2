import { randomUUID } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import type { Services } from '../../services.js';
import { MailEntity } from './mail.entity.js';
import { MailState } from './mail-state.js';

/**
 * For how long nobody else touches a mail that somebody attempts, in milliseconds. If they are killed, it is due again
 * afterwards; while they are at it, they go on claiming it. Much longer than clocks of servers may differ.
 */
export const CLAIM_MS = 30_000;

/** A mail that we alone attempt now. Its `answer` is that to the attempt before; null if that was killed, or if there was none. */
export interface ClaimedMail extends MailEntity {
  readonly claim: string;
  readonly lastAttemptAt: Date;
}

/** Whether the attempt before was one of a worker that was killed: nobody knows whether the mail has gone out. */
export function mayHaveGoneOut({ attempts, answer }: ClaimedMail): boolean {
  return attempts > 1 && answer === null;
}

/** How a mail looks while an attempt is under way. */
export function claimed(mail: MailEntity, now: Date): ClaimedMail {
  return {
    ...mail,
    claim: randomUUID(),
    attempts: mail.attempts + 1,
    lastAttemptAt: now,
    dueAt: new Date(now.getTime() + CLAIM_MS),
  };
}

/** Takes the mail that has been due for longest; undefined if none is. Of several workers each gets another one. */
export async function claimDueMail({ database, now }: Services): Promise<ClaimedMail | undefined> {
  const due = { dueAt: LessThanOrEqual(now()) };
  // Mostly there is none, and asking so costs no transaction.
  if (!(await database.reader.getRepository(MailEntity).existsBy(due))) return undefined;
  return database.transaction(async (transaction) => {
    const mail = await lockFirst(transaction, due);
    if (!mail) return undefined;
    const mine = claimed(mail, now());
    const { id, claim, attempts, lastAttemptAt, dueAt } = mine;
    // Should we be killed, nobody is to take an older answer for one to this attempt.
    const attempt = { claim, attempts, lastAttemptAt, dueAt, answer: null };
    await transaction.manager.update(MailEntity, { id }, attempt);
    return mine;
  });
}

/** Keeps a mail ours while an attempt takes long. Returns how to let go. */
export function keepClaim({ database, now, report }: Services, { id, claim }: ClaimedMail): () => void {
  const renew = () => {
    const dueAt = new Date(now().getTime() + CLAIM_MS);
    // One that has been sent meanwhile must not become due again.
    const mine = { id, claim, state: MailState.WAITING };
    const update = database.transaction(({ manager }) => manager.update(MailEntity, mine, { dueAt }));
    // Should it fail for good, the mail is repeated, which is better than lost.
    void update.catch(report);
  };
  const timer = setInterval(renew, CLAIM_MS / 3).unref();
  return () => clearInterval(timer);
}

async function lockFirst({ manager, canLockRows }: Transaction, due: object): Promise<MailEntity | undefined> {
  const query = manager.createQueryBuilder(MailEntity, 'm').where(due).orderBy('m.dueAt').limit(1);
  if (canLockRows) query.setLock('pessimistic_write').setOnLocked('skip_locked');
  return (await query.getOne()) ?? undefined;
}
