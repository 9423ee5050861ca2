import type { Services } from '../services.js';
import { AccountEntity } from './account.entity.js';

/**
 * The account that signs in with an email address, if any. Databases take letters with and without accents for the
 * same; here they are not, or somebody could be let in by a mail to an address that merely looks like theirs.
 */
export async function accountOf({ database }: Services, email: string): Promise<AccountEntity | undefined> {
  const account = await database.reader.getRepository(AccountEntity).findOneBy({ email });
  return account?.email === email ? account : undefined;
}
