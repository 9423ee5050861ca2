import { type ClassType, createUnionType, Field, ObjectType } from 'type-graphql';
import { Change } from '../changes/change.type.js';
import { IdempotencyKeyReused, InvalidInput, NotFound, NotPermitted } from '../graphql/user-error.type.js';
import { Item } from './item.type.js';
import { Order } from './order.type.js';
import {
  ItemNotCancellable,
  ItemNotKeepable,
  ItemNotReplaceable,
  ItemRevisionConflict,
  OrderClosed,
  OrderRevisionConflict,
} from './order-errors.type.js';

@ObjectType()
export abstract class OrderSuccess {
  @Field(() => Order, {
    description: 'The order. Where the call only repeats an earlier one, it is as it is now.',
    simple: true,
  })
  order: Order;

  @Field(() => Change, { description: 'What was recorded of it.', simple: true })
  change: Change;
}

@ObjectType({ description: 'The order was placed, whole.' })
export class PlaceOrderSuccess extends OrderSuccess {}

@ObjectType({ description: 'The order is closed.' })
export class PrepareShipmentSuccess extends OrderSuccess {}

@ObjectType()
export abstract class ItemSuccess {
  @Field(() => Item, {
    description:
      'The item as this call left it. Where the call only repeats an earlier one, more may have happened since: `change.item` is as it is now.',
    simple: true,
  })
  item: Item;

  @Field(() => Change, { description: 'What was recorded of it.', simple: true })
  change: Change;
}

@ObjectType({ description: 'The item was replaced and is Pending.' })
export class ReplaceItemSuccess extends ItemSuccess {}

@ObjectType({ description: 'The item stays as it is.' })
export class KeepItemSuccess extends ItemSuccess {}

@ObjectType({ description: 'The item was called off.' })
export class CancelItemSuccess extends ItemSuccess {}

@ObjectType({ description: 'The report was recorded and the buyer is told.' })
export class ReportItemStatusSuccess extends ItemSuccess {}

const OF_ANY_CHANGE = [InvalidInput, NotFound, NotPermitted, OrderClosed, IdempotencyKeyReused] as const;
const OF_ANY_ITEM = [...OF_ANY_CHANGE, ItemRevisionConflict] as const;

// One list of members for the schema and for TypeScript alike.
function resultOf<T extends readonly ClassType[]>(name: string, ...types: T) {
  const mutation = name.charAt(0).toLowerCase() + name.slice(1).replace(/Result$/, '');
  return createUnionType({ name, description: `What \`${mutation}\` can come to.`, types: () => types });
}

export const PlaceOrderResult = resultOf(
  'PlaceOrderResult',
  PlaceOrderSuccess,
  InvalidInput,
  NotPermitted,
  IdempotencyKeyReused,
);
export const ReplaceItemResult = resultOf('ReplaceItemResult', ReplaceItemSuccess, ...OF_ANY_ITEM, ItemNotReplaceable);
export const KeepItemResult = resultOf('KeepItemResult', KeepItemSuccess, ...OF_ANY_ITEM, ItemNotKeepable);
export const CancelItemResult = resultOf('CancelItemResult', CancelItemSuccess, ...OF_ANY_ITEM, ItemNotCancellable);
export const ReportItemStatusResult = resultOf('ReportItemStatusResult', ReportItemStatusSuccess, ...OF_ANY_ITEM);
export const PrepareShipmentResult = resultOf(
  'PrepareShipmentResult',
  PrepareShipmentSuccess,
  ...OF_ANY_CHANGE,
  OrderRevisionConflict,
);
