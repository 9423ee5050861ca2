import { LIMITS } from '@oops/item-status';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import type { OrderState } from './order-state.js';

@Entity('purchase_order')
@Index('purchase_order_of_account', ['accountId', 'placedAt', 'id'])
@Index('purchase_order_newest', ['placedAt', 'id'])
@Index('purchase_order_reference', ['reference', 'accountId', 'placedAt', 'id'])
export class OrderEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;

  /** What people call the order by. */
  @Index('purchase_order_number', { unique: true })
  @Column({ type: 'varchar', length: 16 })
  number: string;

  @Column({ type: 'varchar', length: 36 })
  accountId: string;

  @ManyToOne(() => AccountEntity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'accountId', foreignKeyConstraintName: 'purchase_order_account_fk' })
  account: Relation<AccountEntity>;

  /** ISO 4217. */
  @Column({ type: 'varchar', length: 3 })
  currency: string;

  @Column({ type: 'varchar', length: 8 })
  state: OrderState;

  @Column({ type: 'datetime', precision: 3 })
  placedAt: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  closedAt: Date | null;

  /** What its buyer calls it by; null for nothing. Several may have the same. */
  @Column({ type: 'varchar', length: LIMITS.reference.maxLength, nullable: true })
  reference: string | null;
}
