import { newPasswordProblem, type Violation, violationsOf } from '@oops/item-status';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { postMail } from '../../mail/outbox/post-mail.js';
import type { Services } from '../../services.js';
import { AccountEntity } from '../account.entity.js';
import type { TooMany } from '../guesses/slow-guesses.js';
import { withdrawLinks } from '../mailed-links/mailed-links.js';
import { hashPassword } from '../passwords.js';
import { isStillProved, provePassword } from '../prove-password.js';
import { endSessions } from '../sessions.js';
import type { Viewer } from '../viewer.js';

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export type ChangePasswordRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'WRONG_PASSWORD' }
  | TooMany;

/** Changes the viewer's password, and ends their other sessions: whoever knew the old one is out. */
export async function changePassword(
  services: Services,
  viewer: Viewer,
  { currentPassword, newPassword }: ChangePassword,
  sessionToken: string | undefined,
): Promise<ChangePasswordRefusal | undefined> {
  const violations = violationsOf({ newPassword: newPasswordProblem(newPassword) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  const proof = await provePassword(services, viewer, currentPassword);
  if ('refused' in proof) return proof;
  const passwordHash = await hashPassword(newPassword);
  return services.database.transaction(async (transaction) => {
    if (!(await isStillProved(transaction, proof))) return { refused: 'WRONG_PASSWORD' };
    await transaction.manager.update(AccountEntity, { id: viewer.id }, { passwordHash });
    await endSessions(services, transaction, viewer.id, sessionToken);
    await withdrawLinks(transaction, viewer.id);
    const notice = { kind: MailKind.PASSWORD_CHANGED, accountId: viewer.id, address: viewer.email };
    await postMail(transaction, services, notice);
    return undefined;
  });
}
