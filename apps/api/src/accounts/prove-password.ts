import type { Services } from '../services.js';
import { AccountEntity } from './account.entity.js';
import { attemptAsOwner, type TooMany } from './guesses/slow-guesses.js';
import { isPassword } from './passwords.js';
import type { Viewer } from './viewer.js';

/** Has somebody who is signed in prove that it is them, before what a stolen session must not do. Undefined: they have. */
export async function provePassword(
  services: Services,
  { id }: Viewer,
  password: string,
): Promise<{ readonly refused: 'WRONG_PASSWORD' } | TooMany | undefined> {
  const attempt = await attemptAsOwner(services, id);
  if ('refused' in attempt) return attempt;
  const account = await services.database.reader.getRepository(AccountEntity).findOneByOrFail({ id });
  if (!(await isPassword(password, account.passwordHash))) return { refused: 'WRONG_PASSWORD' };
  await attempt.wasRight();
  return undefined;
}
