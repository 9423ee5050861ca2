import type { ItemRowFragment, OrderCardFragment } from '../gql/graphql';

/** An item with nothing wrong with it; a test names only what it is about. */
export function anItem(facts: Partial<ItemRowFragment> = {}): ItemRowFragment & { __typename: 'Item' } {
  return {
    __typename: 'Item',
    id: 'item-1',
    merchant: { name: 'Harbour & Pine', host: 'harbour-pine.example' },
    status: 'PENDING',
    statusChangedAt: '2026-03-01T09:00:00.000Z',
    evidence: null,
    url: 'https://harbour-pine.example/p/1',
    productName: 'Oak Serving Board',
    quantity: 40,
    unitPrice: '12.50',
    specification: '40 cm, oiled',
    lineTotal: '500.00',
    revision: 1,
    keptAt: null,
    allowedActions: [],
    attention: 'WAITING',
    shipmentShare: 'ALL',
    ...facts,
  };
}

/** An item that needs its buyer, who may do all that buyers may. */
export function aTroubledItem(facts: Partial<ItemRowFragment> = {}) {
  return anItem({
    status: 'OOS',
    attention: 'NEEDS_YOU',
    shipmentShare: 'NONE',
    allowedActions: ['REPLACE', 'KEEP', 'CANCEL'],
    ...facts,
  });
}

export const NO_EVIDENCE = {
  availableQuantity: null,
  minimumQuantity: null,
  currentUnitPrice: null,
  availableSpecifications: null,
  note: null,
} as const;

export function anOrder(facts: Partial<OrderCardFragment> = {}): OrderCardFragment & { __typename: 'Order' } {
  return {
    __typename: 'Order',
    id: 'order-1',
    number: 'AB12-CD34',
    state: 'OPEN',
    placedAt: '2026-03-01T08:00:00.000Z',
    closedAt: null,
    currency: 'GBP',
    itemCount: 1,
    merchantCount: 1,
    attentionCount: 0,
    total: '500.00',
    allowedActions: [],
    buyer: { name: 'Bea Buyer' },
    ...facts,
  };
}

/** What an account says of its mails until it says otherwise. */
export const MAIL_SETTINGS = { __typename: 'MailSettings', orderMails: 'DIGEST', language: 'EN' } as const;

export function aViewer(role: 'BUYER' | 'OPERATOR' = 'BUYER') {
  return {
    __typename: 'Account' as const,
    id: `account-${role}`,
    name: role === 'BUYER' ? 'Bea Buyer' : 'Olga Operator',
    email: 'someone@demo.example',
    role,
    latestChangeCursor: 'cursor-0',
  };
}
