import type { Transaction } from '../../database/database.js';
import { newId } from '../../ids.js';
import type { Services } from '../../services.js';
import type { Language } from '../settings/language.js';
import { MailEntity } from './mail.entity.js';
import type { MailKind } from './mail-kind.js';
import { MailMentionEntity } from './mail-mention.entity.js';
import { announceMail } from './mail-signal.js';
import { MailState } from './mail-state.js';

/** How many mentions one statement writes; SQLite takes no more than 32,766 values. */
const MENTIONS_AT_ONCE = 1_000;

/** A mail that is wanted. What it says is worked out when it is sent. */
export interface WantedMail {
  readonly kind: MailKind;
  readonly accountId: string | null;
  /** Where it goes, unless to the address that the account has when it is sent. */
  readonly address?: string;
  /** Where no account says it. */
  readonly language?: Language;
  readonly newAddress?: string;
}

/** A change that a mail is about, and the revision that it led to where it was an item's. */
export type Mention = Omit<MailMentionEntity, 'mailId'>;

/** Puts a mail into the outbox, in the transaction that gives the reason for it. It is sent once that has committed. */
export async function postMail(
  transaction: Transaction,
  services: Pick<Services, 'config' | 'now' | 'signals'>,
  wanted: WantedMail,
  mentions: readonly Mention[] = [],
): Promise<void> {
  await insertMail(transaction, newMail(services, wanted), mentions);
  transaction.afterCommit(() => announceMail(services.signals));
}

/** A mail that waits to be sent. */
export function newMail({ config, now }: Pick<Services, 'config' | 'now'>, wanted: WantedMail): MailEntity {
  const id = newId('mai');
  const createdAt = now();
  return {
    id,
    kind: wanted.kind,
    accountId: wanted.accountId,
    address: wanted.address ?? null,
    language: wanted.language ?? null,
    newAddress: wanted.newAddress ?? null,
    messageId: `<${id}@${new URL(config.publicUrl).hostname}>`,
    state: MailState.WAITING,
    createdAt,
    dueAt: createdAt,
    claim: null,
    attempts: 0,
    lastAttemptAt: null,
    sentAt: null,
    subject: null,
    answer: null,
  };
}

export async function insertMail(
  { manager }: Transaction,
  mail: MailEntity,
  mentions: readonly Mention[],
): Promise<void> {
  await manager.insert(MailEntity, mail);
  const rows = mentions.map((mention) => ({ ...mention, mailId: mail.id }));
  for (let begin = 0; begin < rows.length; begin += MENTIONS_AT_ONCE)
    await manager.insert(MailMentionEntity, rows.slice(begin, begin + MENTIONS_AT_ONCE));
}
