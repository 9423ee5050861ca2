import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RememberedRefusal } from './remembered-refusal.js';

/** A key that a client sent along with a mutation, and what the mutation came to: a change, or a refusal. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  /** The account that acted; keys of different accounts have nothing to do with each other. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  accountId: string;

  /** SHA-256 of the key, in hex. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  keyHash: string;

  /** SHA-256 of the mutation's name and input, in hex: the same key with another input is refused. */
  @Column({ type: 'varchar', length: 64 })
  inputHash: string;

  /** The change that was made: whose order, and which sequence. */
  @Column({ type: 'varchar', length: 36 })
  changeAccountId: string;

  /** 0 where nothing was changed. */
  @Column({ type: 'int' })
  changeSequence: number;

  @Column({ type: 'simple-json', nullable: true })
  refusal: RememberedRefusal | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt: Date;
}
