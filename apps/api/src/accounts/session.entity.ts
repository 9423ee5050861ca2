import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** One sign-in of one browser. */
@Entity('session')
export class SessionEntity {
  /** SHA-256 of the token in the cookie, in hex: whoever reads this table cannot sign in with it. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash: string;

  @Index('session_account')
  @Column({ type: 'varchar', length: 36 })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'session_account_fk' })
  account: Relation<AccountEntity>;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt: Date;
}
