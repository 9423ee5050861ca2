import type { Services } from '../services.js';
import { AccountEntity } from './account.entity.js';
import { revokeApiKeys } from './api-keys/revoke-api-key.js';
import { emailAddressOf } from './email-address.js';
import { accountOf } from './find-account.js';
import { Role } from './role.js';
import { endSessions } from './sessions.js';

/**
 * Makes the holder of an account one of us. They sign in anew, so that no page of a buyer stays open in another role, and
 * make new API keys: programs that were given theirs for one buyer's orders shall not have everybody's. Servers that run
 * notice within 2 seconds.
 * @returns whether there is such an account
 */
export async function makeOperator(services: Services, email: string): Promise<boolean> {
  const account = await accountOf(services, emailAddressOf(email));
  if (!account) return false;
  await services.database.transaction(async (transaction) => {
    await transaction.manager.update(AccountEntity, { id: account.id }, { role: Role.OPERATOR });
    await endSessions(services, transaction, account.id);
    await revokeApiKeys(services, transaction, account.id);
  });
  return true;
}
