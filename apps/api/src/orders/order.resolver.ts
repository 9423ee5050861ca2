import { formatMoney } from '@oops/item-status';
import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Allow } from '../authorization/allow.js';
import { known, readsOrders, writesOrders } from '../authorization/rules.js';
import { type Context, CurrentViewer } from '../context.js';
import type { FieldCost } from '../costs/operation-cost.js';
import type { Loaders } from '../loaders.js';
import { findOrder } from './find.js';
import { Item } from './item.type.js';
import { listOrders } from './list-orders.js';
import { OrderFilter, PlaceOrderInput, PrepareShipmentInput } from './order.inputs.js';
import { PlaceOrderResult, PlaceOrderSuccess, PrepareShipmentResult, PrepareShipmentSuccess } from './order.results.js';
import { Order, OrderConnection } from './order.type.js';
import { placeOrder } from './place-order.js';
import { prepareShipment } from './prepare-shipment.js';
import type { ItemRow, OrderSummary } from './rows.js';
import { toUserError } from './to-user-error.js';

@Resolver(() => Order)
export class OrderResolver {
  @Allow(readsOrders)
  @Query(() => Order, {
    nullable: true,
    description: 'One order; null if there is none, or none that is yours to see.',
  })
  order(
    @Arg('id', () => ID, { description: 'The id of the order; not its number.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<Order | null> {
    return findOrder(context, viewer, id);
  }

  @Allow(readsOrders)
  @Query(() => OrderConnection, {
    description: 'Your orders, newest first; for operators, those of all buyers. At most 100 at a time.',
  })
  orders(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Arg('filter', () => OrderFilter, { nullable: true, description: 'Which orders; all without it.' })
    filter: OrderFilter | null,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<OrderConnection> {
    return listOrders(context, viewer, { first: first ?? 20, after, filter });
  }

  @Allow(writesOrders)
  @Mutation(() => PlaceOrderResult, {
    description: 'Places an order whole, or, if anything in it is wrong, not at all.',
  })
  async placeOrder(
    @Arg('input', { description: 'What to order.' }) input: PlaceOrderInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services, loaders }: Context,
  ): Promise<typeof PlaceOrderResult> {
    const outcome = await placeOrder(services, viewer, input);
    loaders.clear();
    if ('refused' in outcome) return toUserError(outcome, viewer.role);
    return Object.assign(new PlaceOrderSuccess(), { order: new Order(outcome.order, viewer.role) });
  }

  @Allow(writesOrders)
  @Mutation(() => PrepareShipmentResult, {
    description:
      'Closes an order, because you start to prepare its shipment. `Item.shipmentShare` says what of each item ships.',
  })
  async prepareShipment(
    @Arg('input', { description: 'Which order.' }) input: PrepareShipmentInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services, loaders }: Context,
  ): Promise<typeof PrepareShipmentResult> {
    const outcome = await prepareShipment(services, viewer, input);
    loaders.clear();
    if ('refused' in outcome) return toUserError(outcome, viewer.role);
    return Object.assign(new PrepareShipmentSuccess(), { order: new Order(outcome.order, viewer.role) });
  }

  @FieldResolver(() => Int, { description: 'How many items it has.' })
  itemCount(@Root() order: Order, @Ctx() { loaders }: Context): number | Promise<number> {
    return inSummary(order, loaders, ({ itemCount }) => itemCount);
  }

  @FieldResolver(() => Int, { description: 'How many merchants its items come from.' })
  merchantCount(@Root() order: Order, @Ctx() { loaders }: Context): number | Promise<number> {
    return inSummary(order, loaders, ({ merchantCount }) => merchantCount);
  }

  @FieldResolver(() => Int, {
    description: 'How many items wait for the buyer to decide: with an error, not kept, in an open order.',
  })
  attentionCount(@Root() order: Order, @Ctx() { loaders }: Context): number | Promise<number> {
    return inSummary(order, loaders, ({ attentionCount }) => attentionCount);
  }

  @FieldResolver(() => String, {
    description:
      'The sum of all items that are not cancelled or refunded, as a decimal string in the currency of the order.',
  })
  total(@Root() order: Order, @Ctx() { loaders }: Context): string | Promise<string> {
    return inSummary(order, loaders, ({ totalMinor }) => formatMoney(totalMinor, order.currency));
  }

  // What the list is charged as before it is known; the rest is put right afterwards.
  @Extensions({ assumedSize: 20 } satisfies FieldCost)
  @FieldResolver(() => [Item], { description: 'Its items, in the order in which they were listed. 1 to 500.' })
  @Allow(known)
  items(
    @Root() { id, ahead }: Order,
    @CurrentViewer() { role }: Viewer,
    @Ctx() { loaders }: Context,
  ): Item[] | Promise<Item[]> {
    const toItems = (rows: readonly ItemRow[]) => rows.map((row) => new Item(row, role));
    return ahead.items ? toItems(ahead.items) : loaders.itemsOfOrder.load(id).then(toItems);
  }

  @FieldResolver(() => Person, { description: 'Whose order it is.' })
  buyer(@Root() { row }: Order, @Ctx() { loaders }: Context): Person | Promise<Person> {
    if (row.buyer) return new Person(row.buyer.name, row.buyer.role);
    return loaders.person.load(row.accountId).then((buyer) => {
      if (!buyer) throw new Error(`account ${row.accountId} is gone`);
      return new Person(buyer.name, buyer.role);
    });
  }
}

/** Something of an order's summary: at once where it was read ahead. */
function inSummary<T>({ id, ahead }: Order, loaders: Loaders, of: (summary: OrderSummary) => T): T | Promise<T> {
  return ahead.summary ? of(ahead.summary) : loaders.orderSummary.load(id).then(of);
}
