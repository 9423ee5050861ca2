import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Viewer } from '../accounts/viewer.js';
import { Allow } from '../authorization/allow.js';
import { readsOrders } from '../authorization/rules.js';
import { type Context, CurrentViewer } from '../context.js';
import { findItem, findOrder } from '../orders/find.js';
import { Item } from '../orders/item.type.js';
import { Order } from '../orders/order.type.js';
import { Change, ChangeConnection, toChange } from './change.type.js';
import { feedOf } from './change-feed.js';
import type { ChangeFilter } from './change-row.js';
import type { FollowedChange } from './follow-feed.js';
import { Following } from './following.js';
import { listChanges } from './list-changes.js';

const AFTER = 'The cursor of the last change that you have; without it, from now on.';

interface Subscribed {
  readonly context: Context;
  readonly args: { readonly orderId?: string | null; readonly after?: string | null };
}

@Resolver(() => Change)
export class ChangeResolver {
  @Allow(readsOrders)
  @Query(() => ChangeConnection, {
    description:
      'All that happened to your orders, oldest first; for operators, to all orders. It is the same feed that the ' +
      'subscriptions follow, so a cursor of the one goes on in the other.',
  })
  changes(
    @Arg('after', () => String, {
      nullable: true,
      description: 'The cursor to go on from; without it, from the beginning.',
    })
    after: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100, description: '1 to 100.' }) first: number | null,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<ChangeConnection> {
    return listChanges(feedOf(services, viewer), first ?? 100, after);
  }

  @Allow(readsOrders)
  @Subscription(() => Change, {
    name: 'changes',
    description: 'All that happens to your orders, live; for operators, to all orders. Each change once, in order.',
    subscribe: ({ context, args }: Subscribed) => follow(context, args.after),
  })
  followChanges(
    @Root() { change, cursor }: FollowedChange,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): Change {
    return toChange(change, cursor);
  }

  @Allow(readsOrders)
  @Subscription(() => Change, {
    description:
      'What happens to your items, or to those of one order, live; for operators, to all items: reported, replaced, ' +
      'kept, cancelled. That an order was placed or closed is told by `changes` alone. Each change once, in order. An ' +
      'order that is not yours to see fails with `NOT_FOUND`.',
    subscribe: async ({ context, args: { orderId, after } }: Subscribed) => {
      if (orderId != null && !(await findOrder(context, viewerIn(context), orderId))) {
        throw new GraphQLError('There is no such order.', { extensions: { code: 'NOT_FOUND', argument: 'orderId' } });
      }
      return follow(context, after, { itemsOnly: true, ...(orderId != null && { orderId }) });
    },
  })
  itemStatusChanged(
    @Root() { change, cursor }: FollowedChange,
    @Arg('orderId', () => ID, { nullable: true, description: 'Leaves out all other orders.' }) _orderId: string | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): Change {
    return toChange(change, cursor);
  }

  @FieldResolver(() => String, { description: 'Its place in your feed: go on after it with `changes`.' })
  async cursor(
    @Root() { row, knownCursor }: Change,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<string> {
    if (knownCursor) return knownCursor;
    const feed = feedOf(services, viewer);
    return feed.cursorAt(await feed.positionOf(row));
  }

  @FieldResolver(() => Order, { description: 'The order, as it is now.' })
  async order(@Root() { row }: Change, @CurrentViewer() { role }: Viewer, @Ctx() { loaders }: Context): Promise<Order> {
    const order = await loaders.order.load(row.orderId);
    if (!order) throw new Error(`order ${row.orderId} is gone`);
    return new Order(order, role);
  }

  @FieldResolver(() => Item, {
    nullable: true,
    description: 'The item, as it is now; null where the whole order changed.',
  })
  async item(
    @Root() { row }: Change,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { loaders }: Context,
  ): Promise<Item | null> {
    return row.itemId === null ? null : findItem(loaders, viewer, row.itemId);
  }
}

async function follow(context: Context, after: string | null | undefined, filter?: ChangeFilter): Promise<Following> {
  const feed = feedOf(context.services, viewerIn(context));
  return new Following(feed, after == null ? await feed.end() : await feed.positionAt(after), filter);
}

function viewerIn({ viewer }: Context): Viewer {
  if (!viewer) throw new Error('a field that lets in nobody asked who is there');
  return viewer;
}
