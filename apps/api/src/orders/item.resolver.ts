import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../accounts/viewer.js';
import { Allow } from '../authorization/allow.js';
import { known, writesOrders } from '../authorization/rules.js';
import { Change, toChange } from '../changes/change.type.js';
import { type Context, CurrentViewer } from '../context.js';
import { pageSize } from '../cursors.js';
import { answerItem } from './answer-item.js';
import { cancelItem } from './cancel-item.js';
import { Item } from './item.type.js';
import { keepItem } from './keep-item.js';
import { CancelItemInput, KeepItemInput, ReplaceItemInput, ReportItemStatusInput } from './order.inputs.js';
import {
  CancelItemResult,
  CancelItemSuccess,
  KeepItemResult,
  KeepItemSuccess,
  ReplaceItemResult,
  ReplaceItemSuccess,
  ReportItemStatusResult,
  ReportItemStatusSuccess,
} from './order.results.js';
import { Order } from './order.type.js';
import { ItemNotCancellable, ItemNotKeepable, ItemNotReplaceable } from './order-errors.type.js';
import { replaceItem } from './replace-item.js';
import { reportItemStatus } from './report-item-status.js';

/** The most changes of one item that can be read at once. */
const MAX_HISTORY = 100;

@Resolver(() => Item)
export class ItemResolver {
  @Allow(writesOrders)
  @Mutation(() => ReplaceItemResult, {
    description:
      'Puts another item, or a corrected one, in the place of an item with an error. It is Pending afterwards.',
  })
  async replaceItem(
    @Arg('input', { description: 'Which item, and what to put in its place.' }) input: ReplaceItemInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<typeof ReplaceItemResult> {
    const outcome = await replaceItem(context.services, viewer, input);
    return answerItem(context, viewer, outcome, new ReplaceItemSuccess(), ItemNotReplaceable);
  }

  @Allow(writesOrders)
  @Mutation(() => KeepItemResult, {
    description:
      'Leaves an item with an error as it is: the status stays, reminders stop. A new report makes it fresh again.',
  })
  async keepItem(
    @Arg('input', { description: 'Which item.' }) input: KeepItemInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<typeof KeepItemResult> {
    const outcome = await keepItem(context.services, viewer, input);
    return answerItem(context, viewer, outcome, new KeepItemSuccess(), ItemNotKeepable);
  }

  @Allow(writesOrders)
  @Mutation(() => CancelItemResult, {
    description:
      'Calls an item off that is not cancelled or refunded yet. It can still be replaced while the order is open.',
  })
  async cancelItem(
    @Arg('input', { description: 'Which item.' }) input: CancelItemInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<typeof CancelItemResult> {
    const outcome = await cancelItem(context.services, viewer, input);
    return answerItem(context, viewer, outcome, new CancelItemSuccess(), ItemNotCancellable);
  }

  @Allow(writesOrders)
  @Mutation(() => ReportItemStatusResult, {
    description: 'For operators: says how an item stands, with what is known about it.',
  })
  async reportItemStatus(
    @Arg('input', { description: 'Which item, and how it stands.' }) input: ReportItemStatusInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<typeof ReportItemStatusResult> {
    const outcome = await reportItemStatus(context.services, viewer, input);
    return answerItem(context, viewer, outcome, new ReportItemStatusSuccess());
  }

  @FieldResolver(() => Order, { description: 'The order that it belongs to.' })
  @Allow(known)
  async order(@Root() { row }: Item, @CurrentViewer() { role }: Viewer, @Ctx() { loaders }: Context): Promise<Order> {
    const order = await loaders.order.load(row.orderId);
    if (!order) throw new Error(`order ${row.orderId} is gone`);
    return new Order(order, role);
  }

  @FieldResolver(() => [Change], { description: 'What happened to it, newest first.' })
  async history(
    @Root() { id }: Item,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' }) first: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<Change[]> {
    const changes = await loaders.itemHistory.load({ itemId: id, first: pageSize(first ?? 20, MAX_HISTORY) });
    return changes.map((change) => toChange(change));
  }
}
