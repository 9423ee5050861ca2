import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Language } from '../settings/language.js';
import type { MailKind } from './mail-kind.js';
import type { MailState } from './mail-state.js';

/**
 * A mail that is to be sent, or was: outbox and delivery log in one. What it says is not kept. It is made anew at each
 * attempt, from how things stand then, and the links in it would let in whoever reads this table.
 */
@Entity('mail')
@Index('mail_of_account', ['accountId', 'id'])
@Index('mail_in_state', ['state', 'id'])
export class MailEntity {
  /** Ids sort by the time they were made. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  @Column({ type: 'varchar', length: 20 })
  kind: MailKind;

  /** Null where somebody without an account, as far as is known, asked for the mail. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  accountId: string | null;

  /** Null where it goes to the account's address and no attempt was made yet. */
  @Column({ type: 'varchar', length: 254, nullable: true })
  address: string | null;

  /** The language of a mail to somebody whose account does not say it. */
  @Column({ type: 'varchar', length: 8, nullable: true })
  language: Language | null;

  /** What an EMAIL_CHANGED mail tells; null in all others. */
  @Column({ type: 'varchar', length: 254, nullable: true })
  newAddress: string | null;

  /** As in the header, with its angle brackets. The same at each attempt, so that a repeat can be recognised. */
  @Column({ type: 'varchar', length: 320 })
  messageId: string;

  @Column({ type: 'varchar', length: 10 })
  state: MailState;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;

  /** When the next attempt may begin, by whoever claims it first; null once there is none to come. */
  @Index('mail_due')
  @Column({ type: 'datetime', precision: 3, nullable: true })
  dueAt: Date | null;

  /** Of the attempt that is under way, or was last. Who was too slow finds another's here. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  claim: string | null;

  @Column({ type: 'int' })
  attempts: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastAttemptAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt: Date | null;

  /** As it was at the last attempt. */
  @Column({ type: 'varchar', length: 300, nullable: true })
  subject: string | null;

  /** What the mail server said to the last attempt, or why it could not be asked. */
  @Column({ type: 'varchar', length: 500, nullable: true })
  answer: string | null;
}
