import { AccountReader } from '../accounts/account.reader.js';
import { createAccount } from '../accounts/create-account.js';
import type { Viewer } from '../accounts/viewer.js';
import { keepItem } from '../orders/keep-item.js';
import { OrderReader } from '../orders/order.reader.js';
import { placeOrder } from '../orders/place-order.js';
import { prepareShipment } from '../orders/prepare-shipment.js';
import { reportItemStatus } from '../orders/report-item-status.js';
import type { Services } from '../services.js';
import { demoAccounts } from './demo-accounts.js';
import { buyersOrders, type DemoItem, type DemoOrder, MERCHANTS, otherBuyersOrders } from './demo-orders.js';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Fills an empty database with the demo accounts and orders. Everything is done by the use cases themselves, at set-back
 * clocks, so that the change log tells the same story as the tables. Does nothing once there is any account.
 */
export async function seedDemo(services: Services): Promise<void> {
  if (await new AccountReader(services.database.reader).hasAny()) return;
  const accounts = await Promise.all(demoAccounts.map((account) => createAccount(services, account)));
  const [buyer, otherBuyer, operator] = accounts;
  if (!buyer || !otherBuyer || !operator) throw new Error('a demo needs two buyers and an operator');
  for (const order of oldestFirst(buyersOrders)) await seedOrder(services, buyer, operator, order);
  for (const order of oldestFirst(otherBuyersOrders)) await seedOrder(services, otherBuyer, operator, order);
}

function oldestFirst(orders: readonly DemoOrder[]): DemoOrder[] {
  return [...orders].sort((a, b) => b.placedHoursAgo - a.placedHoursAgo);
}

async function seedOrder(services: Services, buyer: Viewer, operator: Viewer, demo: DemoOrder): Promise<void> {
  const placedAt = services.now().getTime() - demo.placedHoursAgo * HOUR_MS;
  /** The services as they were when this share of the time since had passed. */
  const at = (share: number): Services => ({
    ...services,
    now: () => new Date(placedAt + share * demo.placedHoursAgo * HOUR_MS),
  });
  const { order } = succeeded(
    await placeOrder(at(0), buyer, { currency: demo.currency, items: demo.items.map(toInput) }),
  );
  const items = await new OrderReader(services.database.reader).itemsOfOrders([order.id]);
  for (const [line, { report, kept }] of demo.items.entries()) {
    const itemId = items[line]?.id ?? '';
    if (report) succeeded(await reportItemStatus(at(0.4), operator, { itemId, expectedRevision: 1, ...report }));
    if (kept) succeeded(await keepItem(at(0.6), buyer, { itemId, expectedRevision: 2 }));
  }
  if (demo.closed) succeeded(await prepareShipment(at(0.8), buyer, { orderId: order.id }));
}

function toInput({ merchant, productName, quantity, unitPrice, specification = '' }: DemoItem, line: number) {
  const { name, host } = MERCHANTS[merchant];
  const url = `https://${host}/p/${1000 + line}`;
  return { url, productName, quantity, unitPrice, specification, merchantName: name };
}

function succeeded<T extends object>(outcome: T): Exclude<T, { refused: unknown }> {
  if ('refused' in outcome) throw new Error(`the demo data were refused: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<T, { refused: unknown }>;
}
