import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { OrderEntity } from '../orders/order.entity.js';
import type { ChangeKind } from './change-kind.js';
import type { ItemSnapshot } from './item-snapshot.js';

/**
 * One fact about an order, written in the same transaction as the fact itself and never changed afterwards. Together
 * they are the items' history, the audit trail and the feed that subscribers follow.
 */
@Entity('change')
@Index('change_of_item', ['itemId', 'sequence'])
export class ChangeEntity {
  /** The account whose order it is. */
  @PrimaryColumn({ type: 'varchar', length: 36 })
  accountId: string;

  /** 1, 2, 3 … within the account, without gaps, in the order of commits. */
  @PrimaryColumn({ type: 'int' })
  sequence: number;

  @Column({ type: 'varchar', length: 24 })
  kind: ChangeKind;

  @Column({ type: 'datetime', precision: 3 })
  at: Date;

  /** The account that did it. */
  @Column({ type: 'varchar', length: 36 })
  actorId: string;

  // The log outlives what it tells of, so it is not tied to it by foreign keys.
  @ManyToOne(() => AccountEntity, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'actorId' })
  actor: Relation<AccountEntity>;

  @Column({ type: 'varchar', length: 36 })
  orderId: string;

  @ManyToOne(() => OrderEntity, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'orderId' })
  order: Relation<OrderEntity>;

  /** Null where the whole order changed. */
  @Column({ type: 'varchar', length: 36, nullable: true })
  itemId: string | null;

  @Column({ type: 'simple-json', nullable: true })
  before: ItemSnapshot | null;

  @Column({ type: 'simple-json', nullable: true })
  after: ItemSnapshot | null;

  /** Where it stands in the operators' feed over all accounts; null until somebody, or the poll, looked there. */
  @Index('change_operations_position', { unique: true })
  @Column({ type: 'int', nullable: true })
  operationsPosition: number | null;
}
