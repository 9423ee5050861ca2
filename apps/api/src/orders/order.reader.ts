import { statusesWhere } from '@oops/item-status';
import { Brackets, type DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { selectColumns } from '../database/raw.js';
import { ItemEntity } from './item.entity.js';
import { OrderEntity } from './order.entity.js';
import { OrderState } from './order-state.js';
import {
  type ItemRow,
  itemRowFromRaw,
  type NeedyItemRow,
  type OrderRow,
  type OrderSummary,
  orderRowFromRaw,
} from './rows.js';

const ORDER_COLUMNS = ['id', 'number', 'accountId', 'currency', 'state', 'placedAt', 'closedAt'] as const;

const ITEM_COLUMNS = [
  'id',
  'orderId',
  'position',
  'merchantName',
  'merchantHost',
  'url',
  'productName',
  'quantity',
  'unitPriceMinor',
  'specification',
  'status',
  'statusChangedAt',
  'evidence',
  'keptAt',
  'revision',
] as const;

/** The part of an order list that somebody asks for. */
export interface OrderQuery {
  readonly first: number;
  readonly after?: { readonly placedAt: Date; readonly id: string };
  readonly needsAttention?: boolean;
  readonly state?: OrderState;
  /** Part of an order number or product name. */
  readonly search?: string;
}

/** Every read of orders and items. Whoever hands in ids has made sure that the viewer may see what they name. */
export class OrderReader {
  /** @param source a transaction's manager, where what it has written itself is to be seen */
  constructor(private readonly source: DataSource | EntityManager) {}

  /** The orders that the viewer may see and that fit, newest first. */
  async page(viewer: Viewer, { first, after, needsAttention, state, search }: OrderQuery): Promise<OrderRow[]> {
    const query = this.orders().orderBy('o.placedAt', 'DESC').addOrderBy('o.id', 'DESC').limit(first);
    if (viewer.role !== Role.OPERATOR) query.andWhere('o.accountId = :viewer', { viewer: viewer.id });
    if (state) query.andWhere('o.state = :state', { state });
    if (after) {
      query.andWhere(
        new Brackets((where) => {
          where.where('o.placedAt < :placedAt').orWhere('o.placedAt = :placedAt AND o.id < :id');
        }),
        after,
      );
    }
    if (needsAttention !== undefined) {
      const needing = query.subQuery().select('1').from(ItemEntity, 'i').where(`i.orderId = o.id AND ${NEEDS_YOU}`);
      query.andWhere(`${needsAttention ? '' : 'NOT '}(o.state = :open AND EXISTS ${needing.getQuery()})`, ATTENTION);
    }
    if (search) {
      const named = query.subQuery().select('1').from(ItemEntity, 's').where('s.orderId = o.id');
      named.andWhere(`s.productName LIKE :search ESCAPE '!'`);
      query.andWhere(`(o.number LIKE :search ESCAPE '!' OR EXISTS ${named.getQuery()})`, {
        search: containing(search),
      });
    }
    return (await query.getRawMany()).map(orderRowFromRaw);
  }

  async ordersByIds(ids: readonly string[]): Promise<OrderRow[]> {
    return (await this.orders().where('o.id IN (:...ids)', { ids }).getRawMany()).map(orderRowFromRaw);
  }

  async itemsByIds(ids: readonly string[]): Promise<ItemRow[]> {
    return (await this.items().where('i.id IN (:...ids)', { ids }).getRawMany()).map(itemRowFromRaw);
  }

  /** The items of several orders, each order's in the order in which they were listed. */
  async itemsOfOrders(orderIds: readonly string[]): Promise<ItemRow[]> {
    const query = this.items().where('i.orderId IN (:...orderIds)', { orderIds });
    return (await query.orderBy('i.orderId').addOrderBy('i.position').getRawMany()).map(itemRowFromRaw);
  }

  /** The items of some orders that need their buyer now, each order's in the order in which they were listed. */
  async needyItemsOfOrders(orderIds: readonly string[]): Promise<NeedyItemRow[]> {
    const newest = this.source
      .createQueryBuilder()
      .select('MAX(c.sequence)')
      .from('change', 'c')
      .where('c.itemId = i.id');
    const query = this.items()
      .addSelect('o.number', 'orderNumber')
      .addSelect(`(${newest.getQuery()})`, 'sequence')
      .where(`i.orderId IN (:...orderIds) AND o.state = :open AND ${NEEDS_YOU}`, { orderIds, ...ATTENTION })
      .orderBy('o.placedAt')
      .addOrderBy('o.id')
      .addOrderBy('i.position');
    return (await query.getRawMany()).map((raw) => ({
      ...itemRowFromRaw(raw),
      orderNumber: raw.orderNumber,
      sequence: Number(raw.sequence),
    }));
  }

  async summariesOfOrders(orderIds: readonly string[]): Promise<Map<string, OrderSummary>> {
    const rows = await this.source
      .createQueryBuilder(ItemEntity, 'i')
      .innerJoin('i.order', 'o')
      .select('i.orderId', 'orderId')
      .addSelect('COUNT(*)', 'itemCount')
      .addSelect(`COUNT(DISTINCT HEX(${MERCHANT}))`, 'merchantCount')
      .addSelect(`SUM(CASE WHEN o.state = :open AND ${NEEDS_YOU} THEN 1 ELSE 0 END)`, 'attentionCount')
      .addSelect('SUM(CASE WHEN i.status IN (:...charged) THEN i.quantity * i.unitPriceMinor ELSE 0 END)', 'totalMinor')
      .where('i.orderId IN (:...orderIds)', { orderIds })
      .setParameters({ ...ATTENTION, charged: statusesWhere(({ isCharged }) => isCharged) })
      .groupBy('i.orderId')
      .getRawMany();
    return new Map(
      rows.map((row) => [
        row.orderId,
        {
          itemCount: Number(row.itemCount),
          merchantCount: Number(row.merchantCount),
          attentionCount: Number(row.attentionCount),
          totalMinor: Number(row.totalMinor),
        },
      ]),
    );
  }

  /** A left join, though each order has its account: MariaDB might otherwise sort all orders for each page of them. */
  private orders(): SelectQueryBuilder<OrderEntity> {
    const query = this.source.createQueryBuilder(OrderEntity, 'o').leftJoin('o.account', 'b').select([]);
    return selectColumns(query, 'o', ORDER_COLUMNS).addSelect('b.name', 'buyerName').addSelect('b.role', 'buyerRole');
  }

  private items(): SelectQueryBuilder<ItemEntity> {
    const query = this.source.createQueryBuilder(ItemEntity, 'i').innerJoin('i.order', 'o').select([]);
    return selectColumns(query, 'i', ITEM_COLUMNS)
      .addSelect('o.accountId', 'accountId')
      .addSelect('o.currency', 'currency')
      .addSelect('o.state', 'orderState');
  }
}

const NEEDS_YOU = 'i.status IN (:...errors) AND i.keptAt IS NULL';

const ATTENTION = { open: OrderState.OPEN, errors: statusesWhere(({ isError }) => isError) };

/**
 * A merchant is told apart by the name the buyer gave, or else by the host of the link, e.g. `shop.example`. It is counted
 * by its bytes, since MySQL takes letters for equal that people do not.
 */
const MERCHANT = 'COALESCE(i.merchantName, i.merchantHost)';

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
