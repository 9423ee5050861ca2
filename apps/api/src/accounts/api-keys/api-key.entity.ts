import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../account.entity.js';

/** A key by which programs act for an account. Revoking it deletes the row. */
@Entity('api_key')
export class ApiKeyEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  @Index('api_key_account')
  @Column({ type: 'varchar', length: 36 })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'api_key_account_fk' })
  account: Relation<AccountEntity>;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  /** The beginning of the secret, by which people tell their keys apart. */
  @Column({ type: 'varchar', length: 16 })
  prefix: string;

  /** SHA-256 of the secret, in hex: whoever reads this table cannot act with it. */
  @Index('api_key_hash', { unique: true })
  @Column({ type: 'varchar', length: 64 })
  keyHash: string;

  /** The scopes, divided by spaces, as OAuth writes them. */
  @Column({ type: 'varchar', length: 100 })
  scopes: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;

  /** Null for one that holds until it is revoked. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  expiresAt: Date | null;

  /** To the minute; null before the first use. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  lastUsedAt: Date | null;
}
