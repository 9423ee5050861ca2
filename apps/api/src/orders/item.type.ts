import {
  type AttentionFamily,
  attentionFamily,
  formatMoney,
  type ItemStatus,
  type ShipmentShare,
  STATUS_FACTS,
} from '@oops/item-status';
import { Field, Int, ObjectType } from 'type-graphql';
import { AttentionFamilyEnum, ItemStatusEnum, ShipmentShareEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import type { Evidence as StoredEvidence } from './evidence.js';
import { OrderState } from './order-state.js';
import type { ItemRow } from './rows.js';

@ObjectType({ description: 'Who sells an item.' })
class Merchant {
  @Field({ description: 'The name that the buyer gave, or else the host of the link.', simple: true })
  name: string;

  @Field({ description: 'The host of the link, e.g. `shop.example`.', simple: true })
  host: string;

  constructor({ merchantName, merchantHost }: { merchantName: string | null; merchantHost: string }) {
    this.name = merchantName ?? merchantHost;
    this.host = merchantHost;
  }
}

@ObjectType({
  description: 'What an operator found out about a problem. Each status has its own piece; a note goes with any.',
})
class Evidence {
  @Field(() => Int, { nullable: true, description: 'With PARTIALLY_OOS: how many the seller has.', simple: true })
  availableQuantity?: number;

  @Field(() => Int, { nullable: true, description: 'With MOQ_REQUIRED: the least the seller sells.', simple: true })
  minimumQuantity?: number;

  @Field(() => String, {
    nullable: true,
    description: 'With PRICE_ERROR: the price now, as a decimal string in the currency of the order.',
    simple: true,
  })
  currentUnitPrice?: string;

  @Field(() => [String], { nullable: true, description: 'With SPECS_ERROR: the specifications on sale.', simple: true })
  availableSpecifications?: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Anything else worth knowing, in the words of the operator.',
    simple: true,
  })
  note?: string;

  constructor({ currentUnitPriceMinor, ...rest }: StoredEvidence, currency: string) {
    Object.assign(this, rest);
    if (currentUnitPriceMinor !== undefined) this.currentUnitPrice = formatMoney(currentUnitPriceMinor, currency);
  }
}

/** The fields that an item has now and had at each of its changes. */
@ObjectType()
abstract class ItemContent {
  @Field(() => Merchant, { description: 'Who sells it.', simple: true })
  merchant: Merchant;

  @Field(() => ItemStatusEnum, { description: 'How it stands with its seller.', simple: true })
  status: ItemStatus;

  @Field(() => Date, { description: 'When the status was last set, even if to the same.', simple: true })
  statusChangedAt: Date;

  @Field(() => Evidence, { nullable: true, description: 'What came with the last report, if anything.', simple: true })
  evidence: Evidence | null;

  @Field({ description: 'The page of the product, http or https; at most 2,048 characters.', simple: true })
  url: string;

  @Field({ description: 'At most 300 characters.', simple: true })
  productName: string;

  @Field(() => Int, { description: '1 to 100,000.', simple: true })
  quantity: number;

  @Field({
    description: 'The price of one, as a decimal string in the currency of the order, e.g. `12.50`.',
    simple: true,
  })
  unitPrice: string;

  @Field({
    description: 'Colour, size, design or model; empty where there is but one. At most 500 characters.',
    simple: true,
  })
  specification: string;

  @Field(() => Int, {
    description: 'Counts every change to the item, from 1. Hand it in as `expectedRevision` to change what you saw.',
    simple: true,
  })
  revision: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When the buyer chose to leave the item as it is; null while that is undecided.',
    simple: true,
  })
  keptAt: Date | null;
}

@ObjectType({ description: 'An item as it stood just before or just after a change.' })
export class ItemSnapshot extends ItemContent {}

@ObjectType({ implements: Node, description: 'One product that a buyer wants from one seller, within an order.' })
export class Item extends ItemContent implements Node {
  id: string;

  @Field({ description: 'Quantity times unit price, as a decimal string in the currency of the order.', simple: true })
  lineTotal: string;

  @Field(() => AttentionFamilyEnum, { description: 'Whether the buyer has something to decide.', simple: true })
  attention: AttentionFamily;

  @Field(() => ShipmentShareEnum, {
    description: 'How much would go out if the shipment were prepared now.',
    simple: true,
  })
  shipmentShare: ShipmentShare;

  /** For the resolvers of the other fields. */
  row: ItemRow;
}

type Content = Pick<
  ItemRow,
  | 'merchantName'
  | 'merchantHost'
  | 'status'
  | 'evidence'
  | 'url'
  | 'productName'
  | 'quantity'
  | 'unitPriceMinor'
  | 'specification'
  | 'revision'
> & { readonly statusChangedAt: Date | string; readonly keptAt: Date | string | null };

function contentOf(content: Content, currency: string): ItemContent {
  return {
    merchant: new Merchant(content),
    status: content.status,
    statusChangedAt: new Date(content.statusChangedAt),
    evidence: content.evidence && new Evidence(content.evidence, currency),
    url: content.url,
    productName: content.productName,
    quantity: content.quantity,
    unitPrice: formatMoney(content.unitPriceMinor, currency),
    specification: content.specification,
    revision: content.revision,
    keptAt: content.keptAt === null ? null : new Date(content.keptAt),
  };
}

export function toItemSnapshot(content: Content, currency: string): ItemSnapshot {
  return Object.assign(new ItemSnapshot(), contentOf(content, currency));
}

export function toItem(row: ItemRow): Item {
  const { id, status, quantity, unitPriceMinor, currency } = row;
  return Object.assign(new Item(), contentOf(row, currency), {
    id,
    lineTotal: formatMoney(quantity * unitPriceMinor, currency),
    attention: attentionFamily({ status, kept: row.keptAt !== null, orderOpen: row.orderState === OrderState.OPEN }),
    shipmentShare: STATUS_FACTS[status].shipmentShare,
    row,
  });
}
