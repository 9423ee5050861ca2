import { In } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import type { Services } from '../../services.js';
import type { ClaimedMail } from './claim-mail.js';
import { MailEntity } from './mail.entity.js';
import { MailState } from './mail-state.js';
import { throughOutage } from './through-outage.js';

/** What became of an attempt to send a mail. */
export type Attempt =
  | { readonly state: MailState.SENT | MailState.REFUSED | MailState.GIVEN_UP; readonly answer: string }
  | { readonly state: MailState.WITHDRAWN; readonly answer?: string }
  | { readonly state: MailState.WAITING; readonly answer: string; readonly dueAt: Date };

/** What an attempt was made with; nothing where there was nothing to send. */
export type Envelope = Partial<Pick<MailEntity, 'address' | 'subject'>>;

const MAX_ANSWER_LENGTH = 500;

/**
 * Writes down what became of an attempt, unless somebody else has taken the mail over meanwhile. If the database is away
 * it is waited for: a yes of the mail server that is forgotten makes the mail go out again.
 * @param stopping tells that nobody wants to wait any more
 */
export async function recordAttempt(
  { database, now }: Services,
  { id, claim }: ClaimedMail,
  attempt: Attempt,
  { address, subject }: Envelope = {},
  stopping?: AbortSignal,
): Promise<void> {
  const { state } = attempt;
  const outcome = {
    state,
    dueAt: 'dueAt' in attempt ? attempt.dueAt : null,
    ...(attempt.answer !== undefined && { answer: Array.from(attempt.answer).slice(0, MAX_ANSWER_LENGTH).join('') }),
    ...(state === MailState.SENT && { sentAt: now() }),
    ...(address && { address }),
    ...(subject && { subject }),
  };
  // One that was called off while we were at it has gone out, or else it is not tried again.
  const mine = { id, claim, ...(state !== MailState.SENT && { state: MailState.WAITING }) };
  const write = () => database.transaction(({ manager }) => manager.update(MailEntity, mine, outcome));
  await throughOutage(write, stopping);
}

/** Whether a mail has ended without going out, by an attempt of ours: who was too slow does not know what has become of it. */
export function hasEndedUnsent({ manager }: Transaction, { id, claim }: ClaimedMail): Promise<boolean> {
  const state = In([MailState.REFUSED, MailState.GIVEN_UP, MailState.WITHDRAWN]);
  return manager.existsBy(MailEntity, { id, claim, state });
}
