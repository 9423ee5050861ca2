/** What a partner needs of an item to show it and to put it right. */
const ITEM = `
fragment ItemParts on Item {
  id
  merchant { name }
  status
  evidence { availableQuantity minimumQuantity currentUnitPrice availableSpecifications note }
  url
  productName
  quantity
  unitPrice
  specification
  revision
  allowedActions
}`;

const ORDER = `
fragment OrderParts on Order {
  id
  number
  state
  placedAt
  closedAt
  currency
  itemCount
  merchantCount
  attentionCount
  total
  allowedActions
  items { ...ItemParts }
}`;

/** My Orders as a partner's program reads it, or the page with all orders expanded. */
export const MY_ORDERS = `query MyOrders($first: Int!) {
  orders(first: $first) {
    edges { cursor node { ...OrderParts } }
    pageInfo { hasNextPage endCursor }
  }
}${ORDER}${ITEM}`;

export const ORDER_BY_ID = `query OrderById($id: ID!) {
  order(id: $id) { ...OrderParts }
}${ORDER}${ITEM}`;

/** As docs/api/README.md words it for partners. */
export const REPLACE_ITEM = `mutation ReplaceItem($input: ReplaceItemInput!) {
  replaceItem(input: $input) {
    __typename
    ... on ReplaceItemSuccess {
      item { id status revision }
      change { cursor }
    }
    ... on UserError { code message }
  }
}`;

export const REPORT_ITEM = `mutation ReportItem($input: ReportItemStatusInput!) {
  reportItemStatus(input: $input) {
    __typename
    ... on ReportItemStatusSuccess {
      item { id status revision }
      change { cursor }
    }
    ... on UserError { code message }
  }
}`;

export const PLACE_ORDER = `mutation PlaceOrder($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    __typename
    ... on PlaceOrderSuccess { order { id } }
    ... on UserError { code message }
  }
}`;
