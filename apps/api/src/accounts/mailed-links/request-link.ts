import { emailProblem, type Violation, violationsOf } from '@oops/item-status';
import type { Services } from '../../services.js';
import { emailAddressOf } from '../email-address.js';
import { accountOf } from '../find-account.js';
import { attemptMail, type TooMany } from '../guesses/slow-guesses.js';
import type { Visit } from '../visit.js';
import { alreadySignedUpMail, noAccountMail, passwordResetMail, signUpMail } from './account-mails.js';
import { makeLink } from './mailed-links.js';

/** What is said of every address alike, whether it has an account or not. */
export type Requested =
  | { readonly email: string }
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | TooMany;

/**
 * Mails a link to whoever reads mail at an address: to make an account, or to choose a new password, whichever they can.
 * One link and one mail are made in any case, so that neither the answer nor its time tells whether there is an account.
 */
export async function requestLink(
  services: Services,
  wanted: 'AN_ACCOUNT' | 'A_PASSWORD',
  input: { readonly email: string },
  visit: Visit,
): Promise<Requested> {
  const email = emailAddressOf(input.email);
  const violations = violationsOf({ email: emailProblem(email) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const attempt = await attemptMail(services, email, visit);
  if ('refused' in attempt) return attempt;
  const account = await accountOf(services, email);
  const link = await makeLink(services, {
    purpose: account ? 'PASSWORD_RESET' : 'SIGN_UP',
    email,
    accountId: account?.id ?? null,
  });
  const wording = {
    AN_ACCOUNT: account ? alreadySignedUpMail : signUpMail,
    A_PASSWORD: account ? passwordResetMail : noAccountMail,
  };
  await services.mailer.send(wording[wanted](email, link));
  return { email };
}
