import { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { QueryTooComplex } from '../costs/limits.js';
import { GatheredRead } from '../database/gathered-read.js';
import type { Source } from '../database/prepared-read.js';
import { groupBy, type RawRow } from '../database/raw.js';
import type { OrderState } from './order-state.js';
import {
  ITEMS_ALONE,
  ITEMS_BY_IDS,
  ITEMS_OF_ORDERS,
  type ItemShape,
  NEEDY_ITEMS_OF_ORDERS,
  ORDERS_BY_IDS,
  ORDERS_WITH_ITEMS,
  type OrderShape,
  PAGE,
  SUMMARIZED_ITEMS,
  type WholeShape,
} from './order-wordings.js';
import {
  type ItemRow,
  itemRowFromRaw,
  type NeedyItemRow,
  type OrderRow,
  type OrderSummary,
  orderRowBeside,
  orderRowFromRaw,
  type ShownItemRow,
  type SummarizedItemRow,
  shownItemFromRaw,
} from './rows.js';
import { summarizeItems } from './rules/summarize-items.js';

/** The part of an order list that somebody asks for. */
export interface OrderQuery {
  readonly first: number;
  readonly after?: { readonly placedAt: Date; readonly id: string };
  readonly needsAttention?: boolean;
  readonly state?: OrderState;
  /** Part of an order number or product name; for operators of the buyer's name too. */
  readonly search?: string;
  /** Exactly the reference of the order. */
  readonly reference?: string;
  /** Whether the references of the orders are asked for. */
  readonly withReference: boolean;
}

/** The most items that are read for one operation. */
const MOST_ITEMS = 20_000;

/** How many orders one statement reads whole, of up to 500 items each. */
const MOST_ORDERS = 16;

/** The items of an order, each with all of its order. */
const ITEMS_OF_ORDER = new GatheredRead<string, Array<ShownItemRow & RawRow>, OrderShape>(
  async (source, orderIds, shape) => {
    const rows = (await ORDERS_WITH_ITEMS.rows(source, { orderIds }, shape)).map(shownItemFromRaw);
    return groupBy(rows as Array<ShownItemRow & RawRow>, ({ orderId }) => orderId);
  },
  MOST_ORDERS,
);

/** Every read of orders and items. Whoever hands in ids has made sure that the viewer may see what they name. */
export class OrderReader {
  constructor(private readonly source: Source) {}

  /** The orders that the viewer may see and that fit, newest first. */
  async page(viewer: Viewer, query: OrderQuery): Promise<OrderRow[]> {
    const { first, after, needsAttention, state, search, reference } = query;
    const shape = {
      first,
      ownOnly: viewer.role !== Role.OPERATOR,
      isContinued: after !== undefined,
      needsAttention,
      hasState: state !== undefined,
      isSearch: search !== undefined,
      hasReference: reference !== undefined,
      withOrderReference: query.withReference,
    };
    const parameters = {
      viewer: viewer.id,
      state,
      reference,
      ...after,
      ...(search !== undefined && { search: containing(search) }),
    };
    const rows = await PAGE.rows(this.source, parameters, shape);
    return shape.ownOnly ? rows.map((row) => orderRowFromRaw(row, viewer)) : rows.map((row) => orderRowFromRaw(row));
  }

  async ordersByIds(ids: readonly string[]): Promise<OrderRow[]> {
    return (await ORDERS_BY_IDS.rows(this.source, { ids })).map((row) => orderRowFromRaw(row));
  }

  async itemsByIds(ids: readonly string[]): Promise<ItemRow[]> {
    return (await ITEMS_BY_IDS.rows(this.source, { ids })).map((row) => itemRowFromRaw(row));
  }

  /** The items of several orders, each order's in the order in which they were listed. */
  async itemsOfOrders(orderIds: readonly string[]): Promise<ItemRow[]> {
    return notTooMany(await ITEMS_OF_ORDERS.rows(this.source, { orderIds })).map((row) => itemRowFromRaw(row));
  }

  /** The same of orders that were read already: what items need to know of them is not read again. */
  async itemsBeside(orderIds: readonly string[], shape: ItemShape): Promise<ShownItemRow[]> {
    return notTooMany(await ITEMS_ALONE.rows(this.source, { orderIds }, shape)).map(shownItemFromRaw);
  }

  /** An order that the viewer may see, and its items, in the order in which they were listed. Each order has some. */
  async orderWithItems(
    viewer: Viewer,
    orderId: string,
    shape: WholeShape,
  ): Promise<{ order: OrderRow; items: ShownItemRow[] } | undefined> {
    // A buyer sees their own only, and knows whose that is.
    const isOwn = viewer.role !== Role.OPERATOR;
    const items = await ITEMS_OF_ORDER.one(this.source, orderId, { ...shape, withBuyer: !isOwn });
    const [first] = items ?? [];
    if (!items || !first || (isOwn && first.accountId !== viewer.id)) return undefined;
    return { order: orderRowBeside(first, isOwn ? viewer : undefined), items };
  }

  /** The items of some orders that need their buyer now, each order's in the order in which they were listed. */
  async needyItemsOfOrders(orderIds: readonly string[]): Promise<NeedyItemRow[]> {
    return (await NEEDY_ITEMS_OF_ORDERS.rows(this.source, { orderIds })).map((raw) => ({
      ...itemRowFromRaw(raw),
      orderNumber: String(raw.orderNumber),
      sequence: Number(raw.sequence),
    }));
  }

  async summariesOfOrders(orderIds: readonly string[]): Promise<Map<string, OrderSummary>> {
    const rows = (await SUMMARIZED_ITEMS.rows(this.source, { orderIds })) as unknown as SummarizedItemRow[];
    const summaries = new Map<string, OrderSummary>();
    for (const [orderId, items] of groupBy(rows, (item) => item.orderId)) {
      const [first] = items;
      if (first) summaries.set(orderId, summarizeItems(items, first.orderState));
    }
    return summaries;
  }
}

/** An order is priced as one of 20 items, and may have 500: what is much more than was paid for is not worked on. */
function notTooMany(rows: RawRow[]): RawRow[] {
  if (rows.length > MOST_ITEMS) throw new QueryTooComplex(`comes to more than ${MOST_ITEMS} items`);
  return rows;
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}
