import type { Transaction } from '../database/database.js';
import { createMailSetting } from '../mail/settings/create-mail-setting.js';
import type { Language } from '../mail/settings/language.js';
import { AccountEntity } from './account.entity.js';

/** Makes an account together with all that no account is without. */
export async function insertAccount(
  transaction: Transaction,
  account: AccountEntity,
  language?: Language,
): Promise<void> {
  await transaction.manager.insert(AccountEntity, account);
  await createMailSetting(transaction, account.id, language);
}
