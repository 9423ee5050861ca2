import type { Services } from '../../services.js';
import { gatherOrderMail } from '../digest/gather-order-mail.js';
import { claimDueMail } from '../outbox/claim-mail.js';
import { MailState } from '../outbox/mail-state.js';
import { deliverMail } from './deliver-mail.js';

/**
 * Does the next thing that is due: a mail that waits in the outbox, or else an order that is to be mailed of.
 * 'NOTHING_DUE' where there was nothing to do, and why where a mail could not be sent for now.
 */
export async function sendNextMail(services: Services): Promise<'DONE' | 'NOTHING_DUE' | { readonly failure: string }> {
  const mail = (await claimDueMail(services)) ?? (await gatherOrderMail(services));
  if (mail === undefined) return 'NOTHING_DUE';
  if (mail === 'NOTHING') return 'DONE';
  const attempt = await deliverMail(services, mail);
  const hasFailed = attempt.state === MailState.WAITING || attempt.state === MailState.GIVEN_UP;
  return hasFailed ? { failure: attempt.answer } : 'DONE';
}
