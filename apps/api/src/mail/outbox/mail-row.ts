import { type RawRow, toTime, toTimeOrNull } from '../../database/raw.js';
import type { MailEntity } from './mail.entity.js';

/** A mail as the delivery log tells of it. */
export type MailRow = Pick<
  MailEntity,
  | 'id'
  | 'kind'
  | 'state'
  | 'address'
  | 'subject'
  | 'messageId'
  | 'createdAt'
  | 'dueAt'
  | 'attempts'
  | 'lastAttemptAt'
  | 'sentAt'
  | 'answer'
>;

export const MAIL_COLUMNS = [
  'id',
  'kind',
  'state',
  'address',
  'subject',
  'messageId',
  'createdAt',
  'dueAt',
  'attempts',
  'lastAttemptAt',
  'sentAt',
  'answer',
] as const satisfies ReadonlyArray<keyof MailRow>;

export function mailRowFromRaw(raw: RawRow): MailRow {
  return {
    ...(raw as unknown as MailRow),
    createdAt: toTime(raw.createdAt),
    dueAt: toTimeOrNull(raw.dueAt),
    lastAttemptAt: toTimeOrNull(raw.lastAttemptAt),
    sentAt: toTimeOrNull(raw.sentAt),
  };
}
