import type { Services } from '../../services.js';
import { gatherOrderMail } from '../digest/gather-order-mail.js';
import { claimDueMail } from '../outbox/claim-mail.js';
import { deliverMail } from './deliver-mail.js';

/**
 * Does the next thing that is due: a mail that waits in the outbox, or else an order that is to be mailed of.
 * 'NOTHING_DUE' where there was nothing to do, and why where no mails can be sent for now.
 * @param stopping tells that nobody wants to wait any more for a database that is away
 */
export async function sendNextMail(
  services: Services,
  stopping?: AbortSignal,
): Promise<'DONE' | 'NOTHING_DUE' | { readonly failure: string }> {
  const mail = (await claimDueMail(services)) ?? (await gatherOrderMail(services));
  if (mail === undefined) return 'NOTHING_DUE';
  if (mail === 'NOTHING') return 'DONE';
  const failure = await deliverMail(services, mail, stopping);
  return failure === undefined ? 'DONE' : { failure };
}
