import { type ItemStatus, LIMITS } from '@oops/item-status';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Evidence } from './evidence.js';
import { OrderEntity } from './order.entity.js';

/** Kept by order and position, so that MySQL and MariaDB, which keep rows by their primary key, read an order's items as one. */
@Entity('item')
export class ItemEntity {
  @Index('item_id', { unique: true })
  @Column({ type: 'varchar', length: 36 })
  id: string;

  @PrimaryColumn({ type: 'varchar', length: 36 })
  orderId: string;

  @ManyToOne(() => OrderEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'orderId', foreignKeyConstraintName: 'item_order_fk' })
  order: Relation<OrderEntity>;

  /** Where the item stands in its order, from 0. */
  @PrimaryColumn({ type: 'int' })
  position: number;

  /** As the buyer gave it; null where only the link's host is known. */
  @Column({ type: 'varchar', length: LIMITS.merchantName.maxLength, nullable: true })
  merchantName: string | null;

  /** The host of the link, kept beside it so that merchants can be counted. */
  @Column({ type: 'varchar', length: 260 })
  merchantHost: string;

  @Column({ type: 'varchar', length: LIMITS.url.maxLength })
  url: string;

  @Column({ type: 'varchar', length: LIMITS.productName.maxLength })
  productName: string;

  @Column({ type: 'int' })
  quantity: number;

  /** In minor units of the order's currency. */
  @Column({ type: 'int' })
  unitPriceMinor: number;

  /** Empty where the product comes in one kind only. */
  @Column({ type: 'varchar', length: LIMITS.specification.maxLength })
  specification: string;

  @Column({ type: 'varchar', length: 20 })
  status: ItemStatus;

  @Column({ type: 'datetime', precision: 3 })
  statusChangedAt: Date;

  @Column({ type: 'simple-json', nullable: true })
  evidence: Evidence | null;

  /** When the buyer chose to leave the item as it is; null while that is undecided. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  keptAt: Date | null;

  /** Counts every change to the item, from 1. A change is accepted only by whoever knows the present one. */
  @Column({ type: 'int' })
  revision: number;

  /** What the buyer calls it by, whatever stands in its place later; null for nothing. */
  @Column({ type: 'varchar', length: LIMITS.reference.maxLength, nullable: true })
  reference: string | null;
}
