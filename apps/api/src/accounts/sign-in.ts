import { LIMITS, textProblem, type Violation, violationsOf } from '@oops/item-status';
import type { Services } from '../services.js';
import { emailAddressOf } from './email-address.js';
import { type Entrance, enter } from './enter.js';
import { accountOf } from './find-account.js';
import { attemptSignIn, type TooMany } from './guesses/slow-guesses.js';
import { isPassword } from './passwords.js';
import type { Visit } from './visit.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export type SignInRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'INVALID_CREDENTIALS' }
  | TooMany;

/** Signs somebody in if the password is that of the account. */
export async function signIn(services: Services, input: SignIn, visit: Visit): Promise<Entrance | SignInRefusal> {
  const email = emailAddressOf(input.email);
  const violations = violationsOf({
    email: textProblem(email, { required: true, ...LIMITS.email }),
    password: textProblem(input.password, { required: true, ...LIMITS.password }),
  });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const attempt = await attemptSignIn(services, email, visit);
  if ('refused' in attempt) return attempt;
  const account = await accountOf(services, email);
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) return { refused: 'INVALID_CREDENTIALS' };
  await attempt.wasRight();
  return (await enter(services, account, visit)) ?? { refused: 'INVALID_CREDENTIALS' };
}
