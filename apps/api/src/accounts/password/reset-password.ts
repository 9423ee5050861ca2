import { newPasswordProblem, type Violation, violationsOf } from '@oops/item-status';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { postMail } from '../../mail/outbox/post-mail.js';
import type { Services } from '../../services.js';
import { AccountEntity } from '../account.entity.js';
import { lockAccount } from '../account-lock.js';
import { type Entrance, enter } from '../enter.js';
import { forgetDevices } from '../guesses/known-devices.js';
import { findLink, useLink, withdrawLinks } from '../mailed-links/mailed-links.js';
import { hashPassword } from '../passwords.js';
import { endSessions } from '../sessions.js';
import type { Visit } from '../visit.js';

export interface ResetPassword {
  readonly token: string;
  readonly password: string;
}

export type ResetPasswordRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'LINK_INVALID' };

/** Gives an account the password that the holder of a mailed link chose, ends all its sessions, and lets them in. */
export async function resetPassword(
  services: Services,
  { token, password }: ResetPassword,
  visit: Visit,
): Promise<Entrance | ResetPasswordRefusal> {
  const violations = violationsOf({ password: newPasswordProblem(password) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  // Before the slow part; what counts is whether it can be used up.
  if (!(await findLink(services, token, 'PASSWORD_RESET'))) return { refused: 'LINK_INVALID' };
  const passwordHash = await hashPassword(password);
  const changed = await services.database.transaction(async (transaction) => {
    const link = await useLink(transaction, token, 'PASSWORD_RESET', services.now());
    if (!link?.accountId) return undefined;
    const { accountId: id, email } = link;
    // A link that was being mailed while the address changed went to one that the account has left.
    await lockAccount(transaction, id);
    const account = await transaction.manager.findOne(AccountEntity, { select: { email: true }, where: { id } });
    if (account?.email !== email) return undefined;
    await transaction.manager.update(AccountEntity, { id }, { passwordHash });
    await endSessions(services, transaction, id);
    await forgetDevices(transaction, id);
    await withdrawLinks(transaction, id);
    const notice = { kind: MailKind.PASSWORD_CHANGED, accountId: id, address: email };
    await postMail(transaction, services, notice);
    return { id, email, passwordHash };
  });
  if (!changed) return { refused: 'LINK_INVALID' };
  return (await enter(services, changed, visit)) ?? { refused: 'LINK_INVALID' };
}
