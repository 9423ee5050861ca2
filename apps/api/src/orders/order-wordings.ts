import { statusesWhere } from '@oops/item-status';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { PreparedRead, type Source } from '../database/prepared-read.js';
import { selectColumns, timeText } from '../database/raw.js';
import { ItemEntity } from './item.entity.js';
import { OrderEntity } from './order.entity.js';
import { OrderState } from './order-state.js';

// How the reads of orders and items are worded. Nobody but `OrderReader` runs them.

const ORDER_COLUMNS = ['id', 'number', 'accountId', 'currency', 'state', 'placedAt', 'closedAt'] as const;

const ITEM_COLUMNS = [
  'id',
  'orderId',
  'merchantName',
  'url',
  'productName',
  'quantity',
  'unitPriceMinor',
  'specification',
  'status',
  'evidence',
  'revision',
] as const;

const SUMMARIZED_COLUMNS = ['orderId', 'merchantName', 'quantity', 'unitPriceMinor', 'status', 'revision'] as const;

/** What of the wording of items depends on what is asked for. */
export interface ItemShape {
  /** Whether the time of the status is read, which few ask for, and which is long. */
  readonly withStatusTime: boolean;
  /** Whether the host of the link is read too where the merchant has a name. */
  readonly withHost: boolean;
  /** Whether the reference of the item is read, which few give. */
  readonly withReference: boolean;
}

/** The same of an item with all of its order. */
export interface WholeShape extends ItemShape {
  readonly withOrderReference: boolean;
}

const ALL: WholeShape = { withStatusTime: true, withHost: true, withReference: true, withOrderReference: true };

const NEEDS_YOU = 'i.status IN (:...errors) AND i.keptAt IS NULL';

const ATTENTION = { open: OrderState.OPEN, errors: statusesWhere(({ isError }) => isError) };

/** Up to four spaces as one, as a page shows them: what is read there is what is searched for. */
const AS_SHOWN = "REPLACE(REPLACE(s.productName, '  ', ' '), '  ', ' ')";

const HOST_OF_NAMELESS = 'CASE WHEN i.merchantName IS NULL THEN i.merchantHost END';

/** What of a page's wording depends on what is asked for. */
interface PageShape {
  readonly first: number;
  readonly ownOnly: boolean;
  readonly isContinued: boolean;
  readonly needsAttention: boolean | undefined;
  readonly hasState: boolean;
  readonly isSearch: boolean;
  readonly hasReference: boolean;
  readonly withOrderReference: boolean;
}

/**
 * Found by the index, and then compared byte by byte: MySQL and MariaDB take letters for the same whatever their case and
 * accents.
 */
const OF_REFERENCE = 'o.reference = :reference AND HEX(o.reference) = HEX(:reference)';

export const PAGE = new PreparedRead<object, PageShape>((source, shape) => {
  const list = shape.ownOnly ? ordersAlone(source) : orders(source);
  const query = list.orderBy('o.placedAt', 'DESC').addOrderBy('o.id', 'DESC').limit(shape.first);
  if (shape.ownOnly) query.andWhere('o.accountId = :viewer');
  if (shape.withOrderReference) query.addSelect('o.reference', 'reference');
  if (shape.hasState) query.andWhere('o.state = :state');
  if (shape.hasReference) query.andWhere(OF_REFERENCE);
  if (shape.isContinued) {
    query.andWhere(
      new Brackets((where) => {
        where.where('o.placedAt < :placedAt').orWhere('o.placedAt = :placedAt AND o.id < :id');
      }),
    );
  }
  if (shape.needsAttention !== undefined) {
    const needing = query.subQuery().select('1').from(ItemEntity, 'i').where(`i.orderId = o.id AND ${NEEDS_YOU}`);
    const negation = shape.needsAttention ? '' : 'NOT ';
    query.andWhere(`${negation}(o.state = :open AND EXISTS ${needing.getQuery()})`, ATTENTION);
  }
  if (shape.isSearch) {
    const named = query.subQuery().select('1').from(ItemEntity, 's').where('s.orderId = o.id');
    named.andWhere(`${AS_SHOWN} LIKE :search ESCAPE '!'`);
    // Buyers find their own orders only, and would find all of them by their own name.
    const byBuyer = shape.ownOnly ? '' : "b.name LIKE :search ESCAPE '!' OR ";
    query.andWhere(`(${byBuyer}o.number LIKE :search ESCAPE '!' OR EXISTS ${named.getQuery()})`);
  }
  return query;
});

export const ORDERS_BY_IDS = new PreparedRead<{ ids: readonly string[] }>((source) =>
  orders(source).addSelect('o.reference', 'reference').where('o.id IN (:...ids)'),
);

export const ITEMS_BY_IDS = new PreparedRead<{ ids: readonly string[] }>((source) =>
  items(source).where('i.id IN (:...ids)'),
);

export const ITEMS_OF_ORDERS = new PreparedRead<{ orderIds: readonly string[] }>((source) =>
  items(source).where('i.orderId IN (:...orderIds)').orderBy('i.orderId').addOrderBy('i.position'),
);

export const ITEMS_ALONE = new PreparedRead<{ orderIds: readonly string[] }, ItemShape>((source, shape) =>
  itemsAlone(source, shape).where('i.orderId IN (:...orderIds)').orderBy('i.orderId').addOrderBy('i.position'),
);

/** What of the wording of orders with their items depends on what is asked for, and by whom. */
export interface OrderShape extends WholeShape {
  readonly withBuyer: boolean;
}

export const ORDERS_WITH_ITEMS = new PreparedRead<{ orderIds: readonly string[] }, OrderShape>((source, shape) => {
  const query = itemsWithOrders(source, shape)
    .where('i.orderId IN (:...orderIds)')
    .orderBy('i.orderId')
    .addOrderBy('i.position');
  if (!shape.withBuyer) return query;
  return query.leftJoin('o.account', 'b').addSelect('b.name', 'buyerName').addSelect('b.role', 'buyerRole');
});

export const NEEDY_ITEMS_OF_ORDERS = new PreparedRead<{ orderIds: readonly string[] }>((source) => {
  const newest = source.createQueryBuilder().select('MAX(c.sequence)').from('change', 'c').where('c.itemId = i.id');
  return items(source)
    .addSelect('o.number', 'orderNumber')
    .addSelect(`(${newest.getQuery()})`, 'sequence')
    .where(`i.orderId IN (:...orderIds) AND o.state = :open AND ${NEEDS_YOU}`, ATTENTION)
    .orderBy('o.placedAt')
    .addOrderBy('o.id')
    .addOrderBy('i.position');
});

/** What a summary of orders takes of their items. Counting merchants apart by SQL takes the database twice as long. */
export const SUMMARIZED_ITEMS = new PreparedRead<{ orderIds: readonly string[] }>((source) =>
  selectColumns(source.createQueryBuilder(ItemEntity, 'i').select([]), 'i', SUMMARIZED_COLUMNS)
    .addSelect(HOST_OF_NAMELESS, 'merchantHost')
    .addSelect(timeText('i.keptAt'), 'keptAt')
    .innerJoin('i.order', 'o')
    .addSelect('o.state', 'orderState')
    .where('i.orderId IN (:...orderIds)'),
);

/** A left join, though each order has its account: MariaDB might otherwise sort all orders for each page of them. */
function orders(source: Source): SelectQueryBuilder<OrderEntity> {
  return ordersAlone(source)
    .leftJoin('o.account', 'b')
    .addSelect('b.name', 'buyerName')
    .addSelect('b.role', 'buyerRole');
}

function ordersAlone(source: Source): SelectQueryBuilder<OrderEntity> {
  return selectColumns(source.createQueryBuilder(OrderEntity, 'o').select([]), 'o', ORDER_COLUMNS);
}

function items(source: Source, shape?: ItemShape): SelectQueryBuilder<ItemEntity> {
  return itemsAlone(source, shape)
    .innerJoin('i.order', 'o')
    .addSelect('o.accountId', 'accountId')
    .addSelect('o.currency', 'currency')
    .addSelect('o.state', 'orderState');
}

/** Each item with all of its order. */
export function itemsWithOrders(source: Source, shape: WholeShape = ALL): SelectQueryBuilder<ItemEntity> {
  const query = items(source, shape)
    .addSelect('o.number', 'orderNumber')
    .addSelect('o.placedAt', 'placedAt')
    .addSelect('o.closedAt', 'closedAt');
  return shape.withOrderReference ? query.addSelect('o.reference', 'orderReference') : query;
}

function itemsAlone(source: Source, shape: ItemShape = ALL): SelectQueryBuilder<ItemEntity> {
  const query = selectColumns(source.createQueryBuilder(ItemEntity, 'i').select([]), 'i', ITEM_COLUMNS)
    .addSelect(shape.withHost ? 'i.merchantHost' : HOST_OF_NAMELESS, 'merchantHost')
    .addSelect(timeText('i.keptAt'), 'keptAt');
  if (shape.withReference) query.addSelect('i.reference', 'reference');
  return shape.withStatusTime ? query.addSelect(timeText('i.statusChangedAt'), 'statusChangedAt') : query;
}
