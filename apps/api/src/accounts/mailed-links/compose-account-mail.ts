import type { ClaimedMail } from '../../mail/outbox/claim-mail.js';
import type { ComposedMail } from '../../mail/outbox/composed-mail.js';
import { MailKind } from '../../mail/outbox/mail-kind.js';
import { Language } from '../../mail/settings/language.js';
import { recipientOf } from '../../mail/settings/recipient.js';
import type { AccountMailFacts } from '../../mail/templates/mail-facts.js';
import type { Services } from '../../services.js';
import { accountOf } from '../find-account.js';
import type { LinkPurpose } from './mailed-link.entity.js';
import { makeLinkFor } from './mailed-links.js';

/** The kinds of mails that are about the account itself. */
export type AccountMailKind = Exclude<
  MailKind,
  MailKind.ORDER_REPORTS | MailKind.ORDER_REMINDER | MailKind.ORDER_CLOSED
>;

/**
 * What a mail about an account says now. Its link is made only here, so that nobody finds one in the outbox, and whether
 * an address has an account is looked up only here, so that whoever asks for a mail cannot tell by the time it takes.
 * Undefined if it was called off.
 */
export async function composeAccountMail(
  services: Services,
  mail: ClaimedMail,
  kind: AccountMailKind,
): Promise<ComposedMail | undefined> {
  const { address: to } = mail;
  if (to === null) throw new Error(`${mail.id} goes nowhere`);
  const account = mail.accountId ?? (await accountOf(services, to))?.id ?? null;
  const facts = await factsOf(services, mail, kind, account);
  if (!facts) return undefined;
  const language = account ? (await recipientOf(services.database, account)).language : mail.language;
  return { to, language: language ?? Language.EN, facts };
}

async function factsOf(
  services: Services,
  mail: ClaimedMail,
  kind: AccountMailKind,
  accountId: string | null,
): Promise<AccountMailFacts | undefined> {
  const withLink = async (kind: 'SIGN_UP' | 'ALREADY_SIGNED_UP' | 'PASSWORD_RESET' | 'NO_ACCOUNT' | 'EMAIL_CHANGE') => {
    const link = await makeLinkFor(services, mail, PURPOSES[kind], accountId);
    return link === undefined ? undefined : { kind, link };
  };
  switch (kind) {
    case MailKind.SIGN_UP:
      return withLink(accountId ? 'ALREADY_SIGNED_UP' : 'SIGN_UP');
    case MailKind.PASSWORD_RESET:
      return withLink(accountId ? 'PASSWORD_RESET' : 'NO_ACCOUNT');
    case MailKind.EMAIL_CHANGE:
      return withLink('EMAIL_CHANGE');
    case MailKind.EMAIL_CHANGED:
      return { kind: 'EMAIL_CHANGED', newAddress: mail.newAddress ?? '' };
    case MailKind.PASSWORD_CHANGED:
      return { kind: 'PASSWORD_CHANGED', link: `${services.config.publicUrl}/forgot-password` };
    default:
      return kind satisfies never;
  }
}

/** What whoever holds the link of each mail can do. */
const PURPOSES = {
  SIGN_UP: 'SIGN_UP',
  NO_ACCOUNT: 'SIGN_UP',
  PASSWORD_RESET: 'PASSWORD_RESET',
  ALREADY_SIGNED_UP: 'PASSWORD_RESET',
  EMAIL_CHANGE: 'EMAIL_CHANGE',
} as const satisfies Record<string, LinkPurpose>;
