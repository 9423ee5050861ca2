import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './role.js';

@Entity('account')
export class AccountEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  /** Lower case. */
  @Index('account_email', { unique: true })
  @Column({ type: 'varchar', length: 254 })
  email: string;

  @Column({ type: 'varchar', length: 120 })
  name: string;

  @Column({ type: 'varchar', length: 16 })
  role: Role;

  /** Argon2id, with its parameters and salt. */
  @Column({ type: 'varchar', length: 255 })
  passwordHash: string;

  /** The sequence of the newest change to this account's orders; 0 before the first. Counted up under this row's lock. */
  @Column({ type: 'int' })
  changeCount: number;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
