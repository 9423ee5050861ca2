import { Not } from 'typeorm';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { postMail } from '../../mail/outbox/post-mail.js';
import type { Services } from '../../services.js';
import { AccountEntity } from '../account.entity.js';
import { useLink, withdrawLinks } from '../mailed-links/mailed-links.js';

/** Gives an account the address that the link was mailed to, and tells the old one. Other links of the account end. */
export async function confirmEmailChange(
  services: Services,
  token: string,
): Promise<{ readonly email: string } | { readonly refused: 'LINK_INVALID' | 'EMAIL_TAKEN' }> {
  const changed = await services.database.transaction(async (transaction) => {
    const { manager } = transaction;
    const link = await useLink(transaction, token, 'EMAIL_CHANGE', services.now());
    if (!link?.accountId) return 'LINK_INVALID';
    const { accountId: id, email } = link;
    if (await manager.existsBy(AccountEntity, { email, id: Not(id) })) return 'EMAIL_TAKEN';
    const { email: before } = await manager.findOneByOrFail(AccountEntity, { id });
    await manager.update(AccountEntity, { id }, { email });
    await withdrawLinks(transaction, id);
    const notice = { kind: MailKind.EMAIL_CHANGED, accountId: id, address: before, newAddress: email };
    if (before !== email) await postMail(transaction, services, notice);
    return { email };
  });
  if (typeof changed === 'string') return { refused: changed };
  return changed;
}
