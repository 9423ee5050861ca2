import { textProblem, type Violation } from '@oops/item-status';
import type { Services } from '../services.js';
import { AccountEntity } from './account.entity.js';
import { isPassword } from './passwords.js';
import { beginSession, viewerOf } from './sessions.js';
import type { Viewer } from './viewer.js';

/** Longer ones are refused before any work is done on them. */
const MAX_LENGTH = { email: 254, password: 1024 };

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export type SignInRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'INVALID_CREDENTIALS' };

/** Signs somebody in: begins a session if the password is that of the account. */
export async function signIn(
  services: Services,
  input: SignIn,
): Promise<{ viewer: Viewer; token: string } | SignInRefusal> {
  const violations = signInViolations(input);
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const email = input.email.trim().toLowerCase();
  const account = await services.database.reader.getRepository(AccountEntity).findOneBy({ email });
  const isRight = await isPassword(input.password, account?.passwordHash);
  if (!account || !isRight) return { refused: 'INVALID_CREDENTIALS' };
  const token = await beginSession(services, account.id);
  const viewer = await viewerOf(services, token);
  if (!viewer) throw new Error('a session ended as it began');
  return { viewer, token };
}

function signInViolations({ email, password }: SignIn): Violation[] {
  const problems = {
    email: textProblem(email.trim(), { required: true, maxLength: MAX_LENGTH.email }),
    password: textProblem(password, { required: true, maxLength: MAX_LENGTH.password }),
  };
  return Object.entries(problems).flatMap(([field, problem]) => (problem ? [{ field, problem }] : []));
}
