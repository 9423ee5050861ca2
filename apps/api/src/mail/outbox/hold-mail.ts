import type { Transaction } from '../../database/database.js';
import type { ClaimedMail } from './claim-mail.js';
import { MailEntity } from './mail.entity.js';
import { MailKind } from './mail-kind.js';
import { MailState } from './mail-state.js';

/** Locks a mail until the transaction ends; false if it is not to be sent by us any more. */
export async function holdMail({ manager, canLockRows }: Transaction, { id, claim }: ClaimedMail): Promise<boolean> {
  const query = manager.createQueryBuilder(MailEntity, 'm').where({ id, claim, state: MailState.WAITING });
  if (canLockRows) query.setLock('pessimistic_write');
  return (await query.getOne()) !== null;
}

/** Calls off the mails by which an account's address would be changed, before they have a link. */
export async function withdrawEmailChanges({ manager }: Transaction, accountId: string): Promise<void> {
  const waiting = { accountId, kind: MailKind.EMAIL_CHANGE, state: MailState.WAITING };
  await manager.update(MailEntity, waiting, { state: MailState.WITHDRAWN, dueAt: null });
}
