import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toAccount } from '../accounts/account.type.js';
import type { Viewer } from '../accounts/viewer.js';
import { Allow } from '../authorization/allow.js';
import { readsOrders } from '../authorization/rules.js';
import { type Context, CurrentViewer } from '../context.js';
import { findItem, findOrder } from '../orders/find.js';
import { Node } from './node.type.js';

@Resolver()
export class NodeResolver {
  @Allow(readsOrders)
  @Query(() => Node, {
    nullable: true,
    description: 'An order, an item or your account by its id; null if there is none, or none that is yours to see.',
  })
  async node(
    @Arg('id', () => ID, { description: 'The id of anything that implements `Node`.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    if (id === viewer.id) return toAccount(viewer);
    return (await findOrder(context, viewer, id)) ?? findItem(context.loaders, viewer, id);
  }
}
