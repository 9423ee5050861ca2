import { emailProblem, type Violation, violationsOf } from '@oops/item-status';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { postMail } from '../../mail/outbox/post-mail.js';
import type { Services } from '../../services.js';
import { emailAddressOf } from '../email-address.js';
import { attemptMail, type TooMany } from '../guesses/slow-guesses.js';
import { isStillProved, provePassword } from '../prove-password.js';
import type { Viewer } from '../viewer.js';
import type { Visit } from '../visit.js';

export interface RequestEmailChange {
  readonly email: string;
  readonly currentPassword: string;
}

export type RequestEmailChangeRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'WRONG_PASSWORD' }
  | TooMany;

/**
 * Mails a link to the new address of an account. Until somebody who reads mail there confirms it, nothing changes. Whether
 * another account has the address is told only to whoever holds the link.
 */
export async function requestEmailChange(
  services: Services,
  viewer: Viewer,
  input: RequestEmailChange,
  visit: Visit,
): Promise<{ readonly email: string } | RequestEmailChangeRefusal> {
  const email = emailAddressOf(input.email);
  const violations = violationsOf({ email: emailProblem(email) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const proof = await provePassword(services, viewer, input.currentPassword);
  if ('refused' in proof) return proof;
  const attempt = await attemptMail(services, email, visit);
  if ('refused' in attempt) return attempt;
  const mail = { kind: MailKind.EMAIL_CHANGE, accountId: viewer.id, address: email };
  return services.database.transaction(async (transaction) => {
    if (!(await isStillProved(transaction, proof))) return { refused: 'WRONG_PASSWORD' };
    await postMail(transaction, services, mail);
    return { email };
  });
}
