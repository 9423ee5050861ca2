import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** One sign-in of one browser. */
@Entity('session')
export class SessionEntity {
  /** What its owner ends it by; it lets nobody in. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  /** SHA-256 of the token in the cookie, in hex: whoever reads this table cannot sign in with it. */
  @Index('session_token', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Index('session_account')
  @Column({ type: 'varchar', length: 36 })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'session_account_fk' })
  account: Relation<AccountEntity>;

  /** What the browser said it was. */
  @Column({ type: 'varchar', length: 300 })
  userAgent: string;

  /** Where it signed in from. */
  @Column({ type: 'varchar', length: 45 })
  address: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;

  /** To the minute. */
  @Column({ type: 'datetime', precision: 3 })
  lastUsedAt: Date;

  /** Moves on with each use. */
  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;
}
