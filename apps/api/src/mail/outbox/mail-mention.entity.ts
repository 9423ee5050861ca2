import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A change that a mail is about. */
@Entity('mail_mention')
export class MailMentionEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  mailId: string;

  /** The change, by its account … */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  accountId: string;

  /** … and its sequence there. */
  @PrimaryColumn({ type: 'int' })
  sequence: number;

  @Index('mail_mention_of_order')
  @Column({ type: 'varchar', length: 36 })
  orderId: string;

  /** Null where the whole order changed. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  itemId: string | null;

  /** The revision that the change led to: an item that has another by now is not what the mail is about any more. */
  @Column({ type: 'int', nullable: true })
  revision: number | null;
}
