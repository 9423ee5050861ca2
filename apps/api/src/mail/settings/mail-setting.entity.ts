import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../../accounts/account.entity.js';
import type { Language } from './language.js';
import type { OrderMails } from './order-mails.js';

/** Which mails an account wants, and how they are written. Made together with the account. */
@Entity('mail_setting')
export class MailSettingEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  accountId: string;

  @OneToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'mail_setting_account_fk' })
  account: Relation<AccountEntity>;

  @Column({ type: 'varchar', length: 8 })
  orderMails: OrderMails;

  @Column({ type: 'varchar', length: 8 })
  language: Language;

  /** By which whoever holds a mail ends the mails about orders, and can do nothing else. It stands in every one of them. */
  @Index('mail_setting_unsubscribe_token', { unique: true })
  @Column({ type: 'varchar', length: 43 })
  unsubscribeToken: string;

  /**
   * When the last mail about orders was made for somebody who wants one a day, or has gone out late; null before the first,
   * and where the last one never went out.
   */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  dailyMailAt: Date | null;
}
