import type { Connection } from 'mysql2/promise';
import { median } from '../compare/medians.js';
import { renewSessions } from '../compare/sessions.js';
import { ORDER_BY_ID, PLACE_ORDER } from '../documents.js';
import { post } from '../load/post.js';
import { httpRequest } from '../load/request.js';
import { startServer } from '../machine/server.js';
import { type Catalogue, readCatalogue } from '../seed/catalogue.js';
import { provide } from '../seed/database.js';
import { accountId, tokenOf } from '../seed/ids.js';
import { pick } from '../seed/random.js';
import { rememberItems, undoChanges } from '../seed/undo.js';
import type { Stage } from './scenario.js';

const SIZES = [1, 50, 100, 200, 300, 400, 500];

/** How often each is asked for; the first so many are not counted. */
const TIMES = 150;
const WARM_UP = 50;

const BUYER = 0;

/** How long the answer to an order takes that has so many items, in milliseconds; one is asked for at a time. */
export interface LargeOrder {
  readonly items: number;
  readonly ms: number;
}

export async function measureLargeOrders({ maria }: Stage): Promise<LargeOrder[]> {
  const database = await provide(maria, 1);
  const connection = await maria.connect(database);
  await undoChanges(connection);
  await rememberItems(connection, 'FALSE');
  await renewSessions(connection);
  const { url, running } = await startServer(maria.url(database));
  const ask = (document: string, variables: object) =>
    post(url, httpRequest(document, { token: tokenOf(BUYER), variables: { ...variables } }));

  const catalogue = readCatalogue();
  const orders: Array<{ items: number; id: string; times: number[] }> = [];
  for (const items of SIZES) {
    const { data } = JSON.parse(await ask(PLACE_ORDER, { input: orderOf(catalogue, items) }));
    orders.push({ items, id: data.placeOrder.order.id, times: [] });
  }
  for (let turn = 0; turn < TIMES; turn += 1)
    for (const { id, times } of orders) {
      await growFeed(connection);
      const begun = performance.now();
      await ask(ORDER_BY_ID, { id });
      if (turn >= WARM_UP) times.push(performance.now() - begun);
    }
  await running.end();
  await undoChanges(connection);
  await connection.end();
  return orders.map(({ items, times }) => ({ items, ms: median(times) }));
}

/** As after a change to another order, so that no answer can be one that is remembered. */
async function growFeed(connection: Connection): Promise<void> {
  await connection.query('UPDATE account SET changeCount = changeCount + 1 WHERE id = ?', [accountId(BUYER)]);
}

function orderOf({ products }: Catalogue, size: number) {
  const items = Array.from({ length: size }, (_, index) => {
    const { code, name, quantity, unitPriceMinor } = pick(products, index);
    const unitPrice = (unitPriceMinor / 100).toFixed(2);
    return { url: `https://hearth.example/p/${code}`, productName: name, quantity, unitPrice, specification: '' };
  });
  return { currency: 'GBP', items };
}

export function printLargeOrders(orders: readonly LargeOrder[]): void {
  console.table(orders.map(({ items, ms }) => ({ items, ms: ms.toFixed(2) })));
}
