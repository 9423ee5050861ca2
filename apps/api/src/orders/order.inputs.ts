import type { ItemStatus } from '@oops/item-status';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ItemStatusEnum } from '../graphql/enums.js';
import { OrderState } from './order-state.js';

const KEY_DESCRIPTION =
  'Repeating a mutation with the same key and input within 24 hours gives the same result and does nothing again. ' +
  '1 to 200 characters, e.g. a UUID. Keys belong to your account.';

const REFERENCE_DESCRIPTION =
  'It never changes, and need not be unique: we do not look whether it is taken. One line of at most 100 characters. The white ' +
  'space around it is dropped; empty is none.';

@InputType({ description: 'Which orders to list. All that is given must hold.' })
export class OrderFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Open orders with at least one item that needs the buyer; false for the others.',
  })
  needsAttention?: boolean | null;

  @Field(() => OrderState, { nullable: true, description: 'Only orders in this state.' })
  state?: OrderState | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Part of an order number or of a product name, for operators of the name of its buyer too, in any case (where the server keeps to SQLite, only letters from A to ' +
      'Z are the same in any). At most 200 characters.',
  })
  search?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only orders with exactly this reference, also in case and accents; several may have it. The white space around it is ' +
      'dropped. 1 to 100 characters.',
  })
  reference?: string | null;
}

@InputType()
abstract class ItemContentInput {
  @Field({ description: 'The page of the product: http or https, at most 2,048 characters. We never fetch it.' })
  url: string;

  @Field({ description: '1 to 300 characters.' })
  productName: string;

  @Field(() => Int, { description: '1 to 100,000.' })
  quantity: number;

  @Field({
    description:
      'The price of one, as a decimal string in the currency of the order, e.g. `12.50`. More than 0; no more decimals ' +
      'than the currency has; at most 100,000,000 minor units.',
  })
  unitPrice: string;

  @Field({
    defaultValue: '',
    description: 'Colour, size, design or model; empty where there is but one. At most 500 characters.',
  })
  specification: string;

  @Field(() => String, { nullable: true, description: 'Who sells it, if known. At most 120 characters.' })
  merchantName?: string | null;
}

@InputType()
abstract class RepeatableInput {
  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'An item of an order to be placed.' })
export class PlaceOrderItemInput extends ItemContentInput {
  @Field(() => String, {
    nullable: true,
    description: `What you call it by in your own system, e.g. the number of a line. ${REFERENCE_DESCRIPTION}`,
  })
  reference?: string | null;
}

@InputType({ description: 'An order to be placed.' })
export class PlaceOrderInput extends RepeatableInput {
  @Field({ description: 'ISO 4217, in capitals, e.g. `GBP`.' })
  currency: string;

  @Field(() => String, {
    nullable: true,
    description: `What you call it by in your own system, to find it again by \`OrderFilter.reference\`. ${REFERENCE_DESCRIPTION}`,
  })
  reference?: string | null;

  @Field(() => [PlaceOrderItemInput], { description: '1 to 500 items, in the order in which to show them.' })
  items: PlaceOrderItemInput[];
}

@InputType({
  description:
    'An item with an error, and what to put in its place. All fields are replaced; without a merchant’s name the old one ' +
    'stays while the host of the link does.',
})
export class ReplaceItemInput extends ItemContentInput {
  @Field(() => ID, { description: 'The id of the item.' })
  itemId: string;

  @Field(() => Int, { description: 'The revision of the item that you saw.' })
  expectedRevision: number;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType()
abstract class ItemActionInput extends RepeatableInput {
  @Field(() => ID, { description: 'The id of the item.' })
  itemId: string;

  @Field(() => Int, { description: 'The revision of the item that you saw.' })
  expectedRevision: number;
}

@InputType({ description: 'An item with an error that is to stay as it is.' })
export class KeepItemInput extends ItemActionInput {}

@InputType({ description: 'An item that is to be called off.' })
export class CancelItemInput extends ItemActionInput {}

@InputType({ description: 'What is known about a problem. Each status has its own piece; a note goes with any.' })
export class EvidenceInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Only with PARTIALLY_OOS: how many the seller has, at least 1 and fewer than are ordered.',
  })
  availableQuantity?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only with MOQ_REQUIRED: the least the seller sells, more than are ordered and at most 100,000.',
  })
  minimumQuantity?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only with PRICE_ERROR: the price now, more than `unitPrice` and within its bounds, in the currency of the order.',
  })
  currentUnitPrice?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only with SPECS_ERROR: the specifications on sale, 1 to 20 of at most 500 characters.',
  })
  availableSpecifications?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Anything else worth knowing. At most 1,000 characters.' })
  note?: string | null;
}

@InputType({ description: 'How an item stands.' })
export class ReportItemStatusInput extends ItemActionInput {
  @Field(() => ItemStatusEnum, { description: 'Any of the eleven; PENDING where the problem is gone.' })
  status: ItemStatus;

  @Field(() => EvidenceInput, { nullable: true, description: 'What is known about the problem.' })
  evidence?: EvidenceInput | null;
}

@InputType({ description: 'An order that is to be shipped.' })
export class PrepareShipmentInput extends RepeatableInput {
  @Field(() => ID, { description: 'The id of the order.' })
  orderId: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The revision of the order that you saw. Without it the order closes as it stands, whatever was reported meanwhile.',
  })
  expectedRevision?: number | null;
}
