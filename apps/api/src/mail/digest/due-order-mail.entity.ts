import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What the buyer of an order is to be mailed of it, and when: reports that no mail was about yet, or else a reminder.
 * There is none for an order that nothing is to be mailed of.
 */
@Entity('due_order_mail')
export class DueOrderMailEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  orderId: string;

  @Index('due_order_mail_of_account')
  @Column({ type: 'varchar', length: 36 })
  accountId: string;

  @Index('due_order_mail_due')
  @Column({ type: 'datetime', precision: 3 })
  dueAt: Date;

  /** The sequence of the first report that no mail was about yet; null where there is none. */
  @Column({ type: 'int', nullable: true })
  firstSequence: number | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  firstReportAt: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastReportAt: Date | null;

  /**
   * When the last mail about new reports was made, or has gone out if that was not at its first attempt; null before the
   * first. Reminders count from it.
   */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  digestAt: Date | null;

  /** How many reminders there were since. */
  @Column({ type: 'int' })
  reminders: number;
}
