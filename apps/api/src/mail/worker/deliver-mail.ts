import type { Services } from '../../services.js';
import { noteLateMail } from '../digest/note-late-mail.js';
import { noteUnsentMail } from '../digest/note-unsent-mail.js';
import { type ClaimedMail, keepClaim, mayHaveGoneOut } from '../outbox/claim-mail.js';
import { MailState } from '../outbox/mail-state.js';
import { type Attempt, type Envelope, recordAttempt } from '../outbox/record-attempt.js';
import { retryAt } from '../outbox/retry-times.js';
import { renderMail } from '../templates/render-mail.js';
import { MailRefused, type OutgoingMail, RecipientBusy } from '../transport/mailer.js';
import { composeMail } from './compose-mail.js';

/** What became of an attempt, and why the mail server takes no mails at all for now, if so. */
interface Outcome {
  readonly attempt: Attempt;
  readonly trouble?: string;
}

/**
 * Makes one attempt to send a mail that we have claimed, and writes down what became of it. Between the mail server's yes
 * and ours being written lies the only moment in which a mail is repeated if we are killed. A database that is away for a
 * moment just then is waited for, and the mail goes on being ours.
 * @param stopping tells that this is waited for no longer
 * @returns why the mail server takes no mails at all for now; undefined where it does, also if it does not take this one
 */
export async function deliverMail(
  services: Services,
  mail: ClaimedMail,
  stopping?: AbortSignal,
): Promise<string | undefined> {
  const letGo = keepClaim(services, mail);
  try {
    // Noted before anything else: the answer to this attempt will hide that there was none to the one before.
    if (mayHaveGoneOut(mail)) await noteLateMail(services, mail);
    const prepared = await prepare(services, mail);
    const { attempt, trouble }: Outcome =
      'state' in prepared ? { attempt: prepared } : await send(services, mail, prepared);
    const envelope: Envelope = 'to' in prepared ? { address: prepared.to, subject: prepared.subject } : {};
    await recordAttempt(services, mail, attempt, envelope, stopping);
    await noteWhatFollows(services, mail, attempt);
    return trouble;
  } finally {
    letGo();
  }
}

async function noteWhatFollows(services: Services, mail: ClaimedMail, { state }: Attempt): Promise<void> {
  if (state === MailState.WAITING) return;
  if (state !== MailState.SENT) await noteUnsentMail(services, mail);
  else if (mail.attempts > 1) await noteLateMail(services, mail);
}

async function prepare(services: Services, mail: ClaimedMail): Promise<OutgoingMail | Attempt> {
  try {
    const composed = await composeMail(services, mail);
    if (!composed) return withdrawn(mail);
    const { to, facts, language, unsubscribeLink } = composed;
    const { messageId, createdAt } = mail;
    return { to, ...(await renderMail(facts, language)), messageId, createdAt, unsubscribeLink };
  } catch (error) {
    // Our own fault: the mail server was not asked.
    services.report(error);
    return later(services, mail, 'It could not be composed.');
  }
}

async function send(services: Services, mail: ClaimedMail, outgoing: OutgoingMail): Promise<Outcome> {
  try {
    return { attempt: { state: MailState.SENT, answer: await services.mailer.send(outgoing) } };
  } catch (error) {
    const answer = error instanceof Error ? error.message : String(error);
    if (error instanceof MailRefused) return { attempt: { state: MailState.REFUSED, answer } };
    const attempt = later(services, mail, answer);
    return error instanceof RecipientBusy ? { attempt } : { attempt, trouble: answer };
  }
}

function withdrawn(mail: ClaimedMail): Attempt {
  const answer = mayHaveGoneOut(mail) ? 'It is not known whether it was sent before.' : mail.answer;
  return { state: MailState.WITHDRAWN, ...(answer !== null && { answer }) };
}

function later({ now }: Services, mail: ClaimedMail, answer: string): Attempt {
  const dueAt = retryAt(mail, now(), Math.random());
  return dueAt ? { state: MailState.WAITING, answer, dueAt } : { state: MailState.GIVEN_UP, answer };
}
