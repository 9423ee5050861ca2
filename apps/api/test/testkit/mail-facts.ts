import type {
  MailedOrder,
  OrderClosedFacts,
  OrdersMailFacts,
  TroubledItem,
} from '../../src/mail/templates/mail-facts.js';

const ORIGIN = 'https://oops.example';

const CHOICES = { settingsLink: `${ORIGIN}/account`, unsubscribeLink: `${ORIGIN}/unsubscribe#token` };

export function aTroubledItem(number = 1, facts: Partial<TroubledItem> = {}): TroubledItem {
  return {
    merchant: 'Meyer & Söhne',
    productName: `Rød børste ${number}`,
    specification: 'blue, XL',
    quantity: 40,
    unitPriceMinor: 1250,
    status: 'OOS',
    evidence: null,
    link: `${ORIGIN}/orders/1?item=${number}&modify`,
    ...facts,
  };
}

export function troubledItems(count: number, facts?: Partial<TroubledItem>): TroubledItem[] {
  return Array.from({ length: count }, (_, index) => aTroubledItem(index + 1, facts));
}

export function anOrder(facts: Partial<MailedOrder> = {}): MailedOrder {
  const items = [aTroubledItem()];
  return { number: '7K3M-Q9TX', currency: 'GBP', link: `${ORIGIN}/orders/1`, items, otherCount: 0, ...facts };
}

export function reports(...orders: MailedOrder[]): OrdersMailFacts {
  return { kind: 'ORDER_REPORTS', orders, ...CHOICES };
}

export function reminder(...orders: MailedOrder[]): OrdersMailFacts {
  return { kind: 'ORDER_REMINDER', orders, ...CHOICES };
}

export function closed(items: OrderClosedFacts['order']['items']): OrderClosedFacts {
  const order = { number: '7K3M-Q9TX', currency: 'GBP', link: `${ORIGIN}/orders/1`, totalMinor: 123456, items };
  return { kind: 'ORDER_CLOSED', order, ...CHOICES };
}
