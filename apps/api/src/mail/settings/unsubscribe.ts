import type { Services } from '../../services.js';
import { MailSettingEntity } from './mail-setting.entity.js';
import { holderOf } from './mail-settings.js';
import { OrderMails } from './order-mails.js';

/** What a token looks like; nothing else is looked up. */
const TOKEN = /^[\w-]{43}$/;

/**
 * Ends the mails about orders of whoever's mail bears the token. Doing it again changes nothing, and the token stays as
 * it is: older mails bear it too. Mails about the account still come.
 */
export async function unsubscribe(
  { database }: Services,
  token: string,
): Promise<{ readonly orderMails: OrderMails } | { readonly refused: 'LINK_INVALID' }> {
  const accountId = TOKEN.test(token) ? await holderOf(database, token) : null;
  if (accountId === null) return { refused: 'LINK_INVALID' };
  const orderMails = OrderMails.NONE;
  await database.transaction(async (transaction) => {
    await transaction.manager.update(MailSettingEntity, { accountId }, { orderMails });
  });
  return { orderMails };
}
