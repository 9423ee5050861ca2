import { emailProblem, type Violation, violationsOf } from '@oops/item-status';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { postMail } from '../../mail/outbox/post-mail.js';
import type { Language } from '../../mail/settings/language.js';
import type { Services } from '../../services.js';
import { emailAddressOf } from '../email-address.js';
import { attemptMail, type TooMany } from '../guesses/slow-guesses.js';
import type { Visit } from '../visit.js';

/** What is said of every address alike, whether it has an account or not. */
export type Requested =
  | { readonly email: string }
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | TooMany;

/**
 * Mails a link to whoever reads mail at an address: to make an account, or to choose a new password, whichever they can.
 * Which it is, is worked out when the mail is sent: what is done here is the same for every address, so neither the answer
 * nor its time tells whether there is an account.
 */
export async function requestLink(
  services: Services,
  wanted: 'AN_ACCOUNT' | 'A_PASSWORD',
  input: { readonly email: string; readonly language?: Language | null },
  visit: Visit,
): Promise<Requested> {
  const email = emailAddressOf(input.email);
  const violations = violationsOf({ email: emailProblem(email) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const attempt = await attemptMail(services, email, visit);
  if ('refused' in attempt) return attempt;
  const kind = wanted === 'AN_ACCOUNT' ? MailKind.SIGN_UP : MailKind.PASSWORD_RESET;
  const mail = { kind, accountId: null, address: email, language: input.language ?? undefined };
  await services.database.transaction((transaction) => postMail(transaction, services, mail));
  return { email };
}
