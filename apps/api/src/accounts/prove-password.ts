import type { Transaction } from '../database/database.js';
import type { Services } from '../services.js';
import { AccountEntity } from './account.entity.js';
import { lockAccount } from './account-lock.js';
import { attemptAsOwner, type TooMany } from './guesses/slow-guesses.js';
import { isPassword } from './passwords.js';
import type { Viewer } from './viewer.js';

/** Whom somebody has proved to be, and by which password; or which they have just chosen. */
export interface Proved {
  readonly id: string;
  readonly passwordHash: string;
}

/** Has somebody who is signed in prove that it is them, before what a stolen session must not do. */
export async function provePassword(
  services: Services,
  { id }: Viewer,
  password: string,
): Promise<Proved | { readonly refused: 'WRONG_PASSWORD' } | TooMany> {
  const attempt = await attemptAsOwner(services, id);
  if ('refused' in attempt) return attempt;
  const { passwordHash } = await services.database.reader.getRepository(AccountEntity).findOneByOrFail({ id });
  if (!(await isPassword(password, passwordHash))) return { refused: 'WRONG_PASSWORD' };
  await attempt.wasRight();
  return { id, passwordHash };
}

/**
 * Whether the password is still the one that was proved, until the end of the transaction. Looking at it takes so long that
 * its owner may choose another meanwhile, which must not be overtaken.
 */
export async function isStillProved(transaction: Transaction, { id, passwordHash }: Proved): Promise<boolean> {
  await lockAccount(transaction, id);
  return transaction.manager.existsBy(AccountEntity, { id, passwordHash });
}
