import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import type { ClaimedMail } from '../../mail/outbox/claim-mail.js';
import { holdMail, withdrawEmailChanges } from '../../mail/outbox/hold-mail.js';
import type { Services } from '../../services.js';
import { hashOf, newToken } from '../token.js';
import { type LinkPurpose, MailedLinkEntity } from './mailed-link.entity.js';

const HOUR_MS = 60 * 60 * 1000;

/** How long a link may be used, in milliseconds. */
const LINK_LIFETIME_MS: Readonly<Record<LinkPurpose, number>> = {
  SIGN_UP: 24 * HOUR_MS,
  PASSWORD_RESET: HOUR_MS,
  EMAIL_CHANGE: 24 * HOUR_MS,
};

/** Where the page takes each link. */
const PATHS: Readonly<Record<LinkPurpose, string>> = {
  SIGN_UP: '/sign-up',
  PASSWORD_RESET: '/reset-password',
  EMAIL_CHANGE: '/confirm-email',
};

/** What a link is for, and whose it is. */
export type Link = Pick<MailedLinkEntity, 'purpose' | 'email' | 'accountId'>;

/**
 * Makes the link of a mail that is about to be sent, and returns its address; undefined if the mail was called off. The
 * link changes nothing by being opened: the page asks first.
 */
export async function makeLinkFor(
  { database, config, now }: Services,
  mail: ClaimedMail,
  purpose: LinkPurpose,
  accountId: string | null,
): Promise<string | undefined> {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + LINK_LIFETIME_MS[purpose]);
  const isWanted = await database.transaction(async (transaction) => {
    // Held until the link is there, so that whoever calls both off finds one or the other.
    if (!(await holdMail(transaction, mail))) return false;
    const link = { purpose, email: mail.address ?? '', accountId, tokenHash: hashOf(token), expiresAt };
    await transaction.manager.insert(MailedLinkEntity, link);
    return true;
  });
  // In the fragment, which browsers send nowhere and so stands in no log.
  return isWanted ? `${config.publicUrl}${PATHS[purpose]}#${token}` : undefined;
}

/** The link of a token if it can be used still; it stays usable. */
export function findLink({ database, now }: Services, token: string, purpose: LinkPurpose): Promise<Link | null> {
  return findIn(database.reader.manager, token, purpose, now());
}

/** Uses a link up: of several who try at once one gets it. */
export async function useLink(
  { manager }: Transaction,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<Link | null> {
  const link = await findIn(manager, token, purpose, now);
  if (!link) return null;
  const { affected } = await manager.delete(MailedLinkEntity, { tokenHash: hashOf(token) });
  return affected === 0 ? null : link;
}

/** Makes all links useless by which somebody could act on an account, also those that are not mailed yet. */
export async function withdrawLinks(transaction: Transaction, accountId: string): Promise<void> {
  await withdrawEmailChanges(transaction, accountId);
  await transaction.manager.delete(MailedLinkEntity, { accountId });
}

/** Deletes the links that nobody used in time. */
export async function deleteExpiredLinks({ database, now }: Services): Promise<void> {
  await database.transaction(({ manager }) => manager.delete(MailedLinkEntity, { expiresAt: LessThanOrEqual(now()) }));
}

function findIn(manager: EntityManager, token: string, purpose: LinkPurpose, now: Date): Promise<Link | null> {
  return manager.findOneBy(MailedLinkEntity, { tokenHash: hashOf(token), purpose, expiresAt: MoreThan(now) });
}
