import { formatMoney } from '@oops/item-status';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/account.type.js';
import type { Role } from '../accounts/role.js';
import { Node } from '../graphql/node.type.js';
import { PageInfo } from '../graphql/page-info.type.js';
import { Item } from './item.type.js';
import type { OrderAhead } from './order-ahead.js';
import { OrderState } from './order-state.js';
import type { OrderRow } from './rows.js';
import { allowedOrderActions, OrderAction } from './rules/item-actions.js';

@ObjectType({ implements: Node, description: 'A list of items that one buyer ordered together.' })
export class Order extends Node {
  @Field({ description: 'What people call it by, e.g. `7K3M-Q9TX`. Unique.', simple: true })
  number: string;

  @Field(() => OrderState, { description: 'Whether it can still be changed.', simple: true })
  state: OrderState;

  @Field(() => Date, { description: 'When the buyer placed it.', simple: true })
  placedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When its shipment began to be prepared; null while it is open.',
    simple: true,
  })
  closedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the buyer calls it by, at most 100 characters; null for nothing. Not unique. It never changes.',
    simple: true,
  })
  // Missing where it was not read, because nobody asks for it.
  reference: string | null | undefined;

  @Field({ description: 'ISO 4217, e.g. `GBP`. All amounts in the order are in it.', simple: true })
  currency: string;

  @Field(() => [OrderAction], { description: 'What you may do to it now.', simple: true })
  allowedActions: readonly OrderAction[];

  /** For the resolvers of the other fields. */
  row: OrderRow;

  // What was read of it before it is asked for; the resolvers answer it otherwise.
  itemCount?: number;
  merchantCount?: number;
  attentionCount?: number;
  total?: string;
  revision?: number;
  items?: Item[];
  buyer?: Person;

  /** @param role of whoever sees it */
  constructor(row: OrderRow, role: Role, ahead: OrderAhead = {}) {
    super();
    this.id = row.id;
    this.number = row.number;
    this.state = row.state;
    this.placedAt = row.placedAt;
    this.closedAt = row.closedAt;
    this.reference = row.reference;
    this.currency = row.currency;
    this.allowedActions = allowedOrderActions({ orderState: row.state, role });
    this.row = row;
    const { items, summary } = ahead;
    this.itemCount = summary?.itemCount;
    this.merchantCount = summary?.merchantCount;
    this.attentionCount = summary?.attentionCount;
    this.total = summary && formatMoney(summary.totalMinor, row.currency);
    this.revision = summary?.revision;
    const order = { currency: row.currency, orderState: row.state };
    this.items = items?.map((item) => new Item(item, order, role));
    this.buyer = row.buyer && new Person(row.buyer.name, row.buyer.role);
  }
}

@ObjectType({ description: 'An order and its place in a list.' })
export class OrderEdge {
  @Field({ description: 'Hand it in as `after` to go on from here.', simple: true })
  cursor: string;

  @Field(() => Order, { description: 'The order.', simple: true })
  node: Order;
}

@ObjectType({ description: 'A page of orders, newest first.' })
export class OrderConnection {
  @Field(() => [OrderEdge], { description: 'The orders of this page.', simple: true })
  edges: OrderEdge[];

  @Field(() => PageInfo, { description: 'Where this page begins and ends.', simple: true })
  pageInfo: PageInfo;
}
