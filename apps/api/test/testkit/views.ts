import type { ItemStatus } from '@oops/item-status';

// What the tests select of the API's types, and how they name it in TypeScript.

export interface ItemView {
  readonly id: string;
  readonly reference: string | null;
  readonly merchant: { readonly name: string; readonly host: string };
  readonly status: ItemStatus;
  readonly statusChangedAt: string;
  readonly evidence: Record<string, unknown> | null;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly specification: string;
  readonly lineTotal: string;
  readonly revision: number;
  readonly keptAt: string | null;
  readonly allowedActions: readonly string[];
  readonly attention: string;
  readonly shipmentShare: string;
  readonly shipmentQuantity: number | null;
}

export interface OrderView {
  readonly id: string;
  readonly number: string;
  readonly reference: string | null;
  readonly state: string;
  readonly placedAt: string;
  readonly closedAt: string | null;
  readonly currency: string;
  readonly itemCount: number;
  readonly merchantCount: number;
  readonly attentionCount: number;
  readonly total: string;
  readonly revision: number;
  readonly allowedActions: readonly string[];
  readonly items: readonly ItemView[];
}

export interface ChangeView {
  readonly cursor: string;
  readonly sequence: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: { readonly name: string; readonly role: string };
  readonly order: { readonly id: string };
  readonly item: { readonly id: string } | null;
  readonly before: Partial<ItemView> | null;
  readonly after: Partial<ItemView> | null;
}

/** What a mutation answers: its success or one of its errors. */
export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly violations?: ReadonlyArray<{ readonly field: string; readonly message: string }>;
  readonly item?: ItemView;
  readonly order?: OrderView;
  readonly change?: ChangeView;
}

const CONTENT = `
  merchant { name host } status statusChangedAt url productName quantity unitPrice specification revision keptAt
  evidence { availableQuantity minimumQuantity currentUnitPrice availableSpecifications note }`;

const ITEM_FIELDS = `{ id reference ${CONTENT} lineTotal allowedActions attention shipmentShare shipmentQuantity }`;

export const ORDER_FIELDS = `{
  id number reference state placedAt closedAt currency itemCount merchantCount attentionCount total revision allowedActions
  items ${ITEM_FIELDS}
}`;

export const CHANGE_FIELDS = `{
  cursor sequence kind at actor { name role } order { id } item { id } before { ${CONTENT} } after { ${CONTENT} }
}`;

const ITEM_ERRORS = `
  __typename
  ... on UserError { code message }
  ... on InvalidInput { violations { field message } }
  ... on OrderClosed { order ${ORDER_FIELDS} }
  ... on ItemRevisionConflict { item ${ITEM_FIELDS} }`;

const itemMutation = (name: string, unfit = '') => {
  const Name = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${Name}Input!) {
    ${name}(input: $input) {
      ${ITEM_ERRORS}
      ... on ${Name}Success { item ${ITEM_FIELDS} change ${CHANGE_FIELDS} }
      ${unfit && `... on ${unfit} { item ${ITEM_FIELDS} }`}
    }
  }`;
};

/** Every mutation that changes an order, selecting all that it can answer. */
export const MUTATIONS = {
  placeOrder: `mutation ($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      __typename
      ... on UserError { code message }
      ... on InvalidInput { violations { field message } }
      ... on PlaceOrderSuccess { order ${ORDER_FIELDS} change ${CHANGE_FIELDS} }
    }
  }`,
  prepareShipment: `mutation ($input: PrepareShipmentInput!) {
    prepareShipment(input: $input) {
      __typename
      ... on UserError { code message }
      ... on InvalidInput { violations { field message } }
      ... on OrderClosed { order ${ORDER_FIELDS} }
      ... on OrderRevisionConflict { order ${ORDER_FIELDS} }
      ... on PrepareShipmentSuccess { order ${ORDER_FIELDS} change ${CHANGE_FIELDS} }
    }
  }`,
  replaceItem: itemMutation('replaceItem', 'ItemNotReplaceable'),
  keepItem: itemMutation('keepItem', 'ItemNotKeepable'),
  cancelItem: itemMutation('cancelItem', 'ItemNotCancellable'),
  reportItemStatus: itemMutation('reportItemStatus'),
};

export type MutationName = keyof typeof MUTATIONS;
