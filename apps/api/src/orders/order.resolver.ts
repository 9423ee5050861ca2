import { formatMoney, groupByMerchant, neediestFirst } from '@oops/item-status';
import { Arg, Ctx, Extensions, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Person } from '../accounts/account.type.js';
import type { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { Allow } from '../authorization/allow.js';
import { known, readsOrders, writesOrders } from '../authorization/rules.js';
import { toChange } from '../changes/change.type.js';
import { type Context, CurrentViewer } from '../context.js';
import type { FieldCost } from '../costs/operation-cost.js';
import type { Loaders } from '../loaders.js';
import { findOrder } from './find.js';
import { Item } from './item.type.js';
import { listOrders } from './list-orders.js';
import { OrderFilter, PlaceOrderInput, PrepareShipmentInput } from './order.inputs.js';
import {
  type OrderSuccess,
  PlaceOrderResult,
  PlaceOrderSuccess,
  PrepareShipmentResult,
  PrepareShipmentSuccess,
} from './order.results.js';
import { Order, OrderConnection } from './order.type.js';
import { DEFAULT_PAGE, OrderMerchant, sizeOf } from './order-merchant.type.js';
import { type OrderChanged, placeOrder } from './place-order.js';
import { prepareShipment } from './prepare-shipment.js';
import { toUserError } from './to-user-error.js';

/** How many items an order is taken to have, before that is known. */
const ASSUMED_ITEMS = 20;

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
    return answerOrder(viewer, outcome, new PlaceOrderSuccess());
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
    return answerOrder(viewer, outcome, new PrepareShipmentSuccess());
  }

  @FieldResolver(() => Int, { description: 'How many items it has.' })
  async itemCount(@Root() { id }: Order, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.orderSummary.load(id)).itemCount;
  }

  @FieldResolver(() => Int, {
    description:
      'How many merchants its items come from, by their names. `merchants` may have more: one for each host of a name.',
  })
  async merchantCount(@Root() { id }: Order, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.orderSummary.load(id)).merchantCount;
  }

  @FieldResolver(() => Int, {
    description: 'How many items wait for the buyer to decide: with an error, not kept, in an open order.',
  })
  async attentionCount(@Root() { id }: Order, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.orderSummary.load(id)).attentionCount;
  }

  @FieldResolver(() => String, {
    description:
      'The sum of all items that are not cancelled or refunded, as a decimal string in the currency of the order. It is what was ordered: what ships may be less, as `Item.shipmentShare` says.',
  })
  async total(@Root() { id, currency }: Order, @Ctx() { loaders }: Context): Promise<string> {
    return formatMoney((await loaders.orderSummary.load(id)).totalMinor, currency);
  }

  @FieldResolver(() => Int, {
    description:
      'The sum of the revisions of its items, which grows with each change to one of them. Hand it in as `expectedRevision`, to close what you saw.',
  })
  async revision(@Root() { id }: Order, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.orderSummary.load(id)).revision;
  }

  // What the list is charged as before it is known; the rest is put right afterwards.
  @Extensions({ assumedSize: ASSUMED_ITEMS } satisfies FieldCost)
  @FieldResolver(() => [Item], { description: 'Its items, in the order in which they were listed. 1 to 500.' })
  @Allow(known)
  items(@Root() order: Order, @CurrentViewer() { role }: Viewer, @Ctx() { loaders }: Context): Promise<Item[]> {
    return itemsOf(order, role, loaders);
  }

  // All of its items are read for it, however few are asked for.
  @Extensions({ cost: ASSUMED_ITEMS } satisfies FieldCost)
  @FieldResolver(() => [OrderMerchant], {
    description:
      'Its items a merchant at a time, as people look through them: first the merchants with items that need the buyer, else in the order in which they were listed. Two of one name at different hosts are two.',
  })
  @Allow(known)
  async merchants(
    @Root() order: Order,
    @Arg('first', () => Int, { nullable: true, defaultValue: DEFAULT_PAGE, description: '1 to 100.' })
    first: number | null,
    @CurrentViewer() { role }: Viewer,
    @Ctx() { loaders }: Context,
  ): Promise<OrderMerchant[]> {
    const size = sizeOf(first);
    const groups = groupByMerchant(neediestFirst(order.items ?? (await itemsOf(order, role, loaders))));
    return groups.slice(0, size).map((group) => new OrderMerchant(group));
  }

  @FieldResolver(() => Person, { description: 'Whose order it is.' })
  async buyer(@Root() { row }: Order, @Ctx() { loaders }: Context): Promise<Person> {
    const buyer = await loaders.person.load(row.accountId);
    if (!buyer) throw new Error(`account ${row.accountId} is gone`);
    return new Person(buyer.name, buyer.role);
  }
}

function answerOrder<Success extends OrderSuccess>(
  viewer: Viewer,
  { order, change }: OrderChanged,
  success: Success,
): Success {
  // Whoever asks is who did it, also when the result is one remembered: keys belong to an account.
  const actor = { actorName: viewer.name, actorRole: viewer.role };
  return Object.assign(success, {
    order: new Order(order, viewer.role),
    change: toChange({ ...change, ...actor, currency: order.currency }),
  });
}

async function itemsOf({ id }: Order, role: Role, loaders: Loaders): Promise<Item[]> {
  return (await loaders.itemsOfOrder.load(id)).map((row) => new Item(row, row, role));
}
