import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../account.entity.js';

/** What the link in a mail is for. */
export type LinkPurpose = 'SIGN_UP' | 'PASSWORD_RESET' | 'EMAIL_CHANGE';

/** A link that was mailed and has not been used. Using it deletes the row. */
@Entity('mailed_link')
export class MailedLinkEntity {
  /** SHA-256 of the token in the link, in hex: whoever reads this table cannot use it. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Column({ type: 'varchar', length: 20 })
  purpose: LinkPurpose;

  /** Where it was sent, and so what whoever uses it can read. */
  @Index('mailed_link_email')
  @Column({ type: 'varchar', length: 254 })
  email: string;

  /** Null for one by which an account is made. */
  @Index('mailed_link_account')
  @Column({ type: 'varchar', length: 36, nullable: true })
  accountId: string | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'mailed_link_account_fk' })
  account: Relation<AccountEntity> | null;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;
}
