import {
  type AttentionFamily,
  attentionFamily,
  formatMoney,
  type ItemStatus,
  type ShipmentShare,
  STATUS_FACTS,
} from '@oops/item-status';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Role } from '../accounts/role.js';
import { AttentionFamilyEnum, ItemStatusEnum, ShipmentShareEnum } from '../graphql/enums.js';
import { Node } from '../graphql/node.type.js';
import type { Evidence as StoredEvidence } from './evidence.js';
import { OrderState } from './order-state.js';
import type { OrderOfItem, ShownItemRow } from './rows.js';
import { allowedItemActions, ItemAction } from './rules/item-actions.js';
import { merchantOf } from './rules/merchant.js';

@ObjectType({ description: 'Who sells an item.' })
export class Merchant {
  @Field({ description: 'The name that the buyer gave, or else the host of the link.', simple: true })
  name: string;

  @Field(() => String, { description: 'The host of the link, e.g. `shop.example`.', simple: true })
  // Null where it was not read, because nobody asks for it.
  host: string | null;

  constructor(names: Pick<ShownItemRow, 'merchantName' | 'merchantHost'>) {
    this.name = merchantOf(names);
    this.host = names.merchantHost;
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

  constructor(stored: StoredEvidence, currency: string) {
    const { currentUnitPriceMinor } = stored;
    this.availableQuantity = stored.availableQuantity;
    this.minimumQuantity = stored.minimumQuantity;
    this.currentUnitPrice =
      currentUnitPriceMinor === undefined ? undefined : formatMoney(currentUnitPriceMinor, currency);
    this.availableSpecifications = stored.availableSpecifications;
    this.note = stored.note;
  }
}

/** What an item is and was made of, as it is read of the table or of the change log. */
type Content = Pick<
  ShownItemRow,
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
  | 'statusChangedAt'
  | 'keptAt'
>;

/** The fields that an item has now and had at each of its changes. */
@ObjectType()
abstract class ItemContent {
  @Field(() => Merchant, { description: 'Who sells it.', simple: true })
  merchant: Merchant;

  @Field(() => ItemStatusEnum, { description: 'How it stands with its seller.', simple: true })
  status: ItemStatus;

  @Field(() => Date, { description: 'When the status was last set, even if to the same.', simple: true })
  // Missing where it was not read, because nobody asks for it.
  statusChangedAt: string | undefined;

  @Field(() => Evidence, {
    nullable: true,
    description: 'What came with the report of this status, if anything.',
    simple: true,
  })
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
    description:
      'Counts every change to the item, from 1. That of an item is handed in as `expectedRevision`, to change what you saw.',
    simple: true,
  })
  revision: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When the buyer chose to leave the item as it is; null while that is undecided.',
    simple: true,
  })
  keptAt: string | null;

  // Field by field, so that all have one shape: a page of orders makes hundreds of them.
  constructor(content: Content, currency: string) {
    this.merchant = new Merchant(content);
    this.status = content.status;
    this.statusChangedAt = content.statusChangedAt;
    this.evidence = content.evidence && new Evidence(content.evidence, currency);
    this.url = content.url;
    this.productName = content.productName;
    this.quantity = content.quantity;
    this.unitPrice = formatMoney(content.unitPriceMinor, currency);
    this.specification = content.specification;
    this.revision = content.revision;
    this.keptAt = content.keptAt;
  }
}

@ObjectType({ description: 'An item as it stood just before or just after a change.' })
export class ItemSnapshot extends ItemContent {}

@ObjectType({ implements: Node, description: 'One product that a buyer wants from one seller, within an order.' })
export class Item extends ItemContent implements Node {
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the buyer calls it by, at most 100 characters; null for nothing. Not unique. It never changes: whatever is put in ' +
      'the place of the item has it too.',
    simple: true,
  })
  // Missing where it was not read, because nobody asks for it.
  reference: string | null | undefined;

  @Field({ description: 'Quantity times unit price, as a decimal string in the currency of the order.', simple: true })
  get lineTotal(): string {
    return formatMoney(this.row.quantity * this.row.unitPriceMinor, this.inOrder.currency);
  }

  @Field(() => AttentionFamilyEnum, { description: 'Whether the buyer has something to decide.', simple: true })
  get attention(): AttentionFamily {
    const { status, keptAt, inOrder } = this;
    return attentionFamily({ status, kept: keptAt !== null, orderOpen: inOrder.orderState === OrderState.OPEN });
  }

  @Field(() => ShipmentShareEnum, {
    description: 'How much would go out if the shipment were prepared now.',
    simple: true,
  })
  get shipmentShare(): ShipmentShare {
    return STATUS_FACTS[this.status].shipmentShare;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'How many would go out if the shipment were prepared now; null where the seller has a part of them, and how many was not reported.',
    simple: true,
  })
  get shipmentQuantity(): number | null {
    if (this.shipmentShare === 'ALL') return this.quantity;
    return this.shipmentShare === 'NONE' ? 0 : (this.evidence?.availableQuantity ?? null);
  }

  @Field(() => [ItemAction], { description: 'What you may do to it now.', simple: true })
  allowedActions: readonly ItemAction[];

  /** For the resolvers of the other fields. */
  row: ShownItemRow;

  /** What it needs to know of its order. */
  inOrder: OrderOfItem;

  /** @param role of whoever sees it */
  constructor(row: ShownItemRow, inOrder: OrderOfItem, role: Role) {
    super(row, inOrder.currency);
    const { id, status, keptAt, reference } = row;
    this.id = id;
    this.reference = reference;
    this.allowedActions = allowedItemActions({ status, orderState: inOrder.orderState, kept: keptAt !== null, role });
    this.row = row;
    this.inOrder = inOrder;
  }
}
