import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.js';
import { Item } from './item.type.js';
import { Order } from './order.type.js';

@ObjectType({ implements: UserError, description: 'The order is closed: it can be read and not changed.' })
export class OrderClosed extends UserError {
  @Field(() => Order, { description: 'The order as it is now.', simple: true })
  order: Order;

  constructor(order: Order) {
    super('ORDER_CLOSED', `Order ${order.number} is closed and cannot be changed any more.`);
    this.order = order;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'Items of the order have changed since the revision that you know. Look at them, and try again with its revision.',
})
export class OrderRevisionConflict extends UserError {
  @Field(() => Order, { description: 'The order as it is now.', simple: true })
  order: Order;

  constructor(order: Order) {
    super('ORDER_REVISION_CONFLICT', `Items of order ${order.number} have changed since; look at it again.`);
    this.order = order;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'Somebody changed the item since the revision that you know. Look at it, and try again with its revision.',
})
export class ItemRevisionConflict extends UserError {
  @Field(() => Item, { description: 'The item as it is now.', simple: true })
  item: Item;

  constructor(item: Item) {
    super('ITEM_REVISION_CONFLICT', `The item has changed since; it is now at revision ${item.revision}.`);
    this.item = item;
  }
}

@ObjectType({ implements: UserError, description: 'Only an item with an error can be replaced; this one has none.' })
export class ItemNotReplaceable extends UserError {
  @Field(() => Item, { description: 'The item as it is now.', simple: true })
  item: Item;

  constructor(item: Item) {
    super('ITEM_NOT_REPLACEABLE', 'Only an item with an error can be replaced.');
    this.item = item;
  }
}

@ObjectType({ implements: UserError, description: 'Only an item with an error that is not kept yet can be kept.' })
export class ItemNotKeepable extends UserError {
  @Field(() => Item, { description: 'The item as it is now.', simple: true })
  item: Item;

  constructor(item: Item) {
    super('ITEM_NOT_KEEPABLE', 'Only an item with an error that is not kept yet can be kept as it is.');
    this.item = item;
  }
}

@ObjectType({ implements: UserError, description: 'The item is cancelled or refunded already.' })
export class ItemNotCancellable extends UserError {
  @Field(() => Item, { description: 'The item as it is now.', simple: true })
  item: Item;

  constructor(item: Item) {
    super('ITEM_NOT_CANCELLABLE', 'The item is cancelled or refunded already.');
    this.item = item;
  }
}
