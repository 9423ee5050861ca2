/** All that there is to know of an item, as the page shows it. */
const ITEM = `
fragment AllOfItem on Item {
  id
  merchant { name host }
  status
  statusChangedAt
  evidence { availableQuantity minimumQuantity currentUnitPrice availableSpecifications note }
  url
  productName
  quantity
  unitPrice
  specification
  revision
  keptAt
  allowedActions
}`;

const ORDER = `
fragment AllOfOrder on Order {
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
  items { ...AllOfItem }
}`;

/** My Orders as a partner's program reads it, or the page with all orders expanded. */
export const MY_ORDERS = `query MyOrders($first: Int!) {
  orders(first: $first) {
    edges { cursor node { ...AllOfOrder } }
    pageInfo { hasNextPage endCursor }
  }
}${ORDER}${ITEM}`;

export const ORDER_BY_ID = `query OrderById($id: ID!) {
  order(id: $id) { ...AllOfOrder }
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
