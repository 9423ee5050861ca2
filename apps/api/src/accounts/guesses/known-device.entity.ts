import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../account.entity.js';

/** A browser that an account has been signed in with. It lets nobody in; its guesses are counted by themselves. */
@Entity('known_device')
export class KnownDeviceEntity {
  /** SHA-256 of the token in the cookie, in hex. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tokenHash: string;

  /** One browser may be that of several people. */
  @Index('known_device_account')
  @PrimaryColumn({ type: 'varchar', length: 36 })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'known_device_account_fk' })
  account: Relation<AccountEntity>;

  @Column({ type: 'datetime', precision: 3 })
  lastSignInAt: Date;
}
