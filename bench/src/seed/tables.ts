import { createHash } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import type { Catalogue } from './catalogue.js';
import { changesOf } from './changes.js';
import { accountId, buyersAt, OPERATOR_ID, ORDERS_PER_BUYER, sessionId, tokenOf, unsubscribeTokenOf } from './ids.js';
import { loadRows, type Row, time } from './load.js';
import { seededOrder } from './orders.js';

/** How long a session lasts. Each run begins them anew. */
const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

const CREATED_AT = time(Date.UTC(2023, 11, 1));

/** Fills the empty tables with a size of data, each in the order of its primary key. */
export async function fillTables(connection: Connection, catalogue: Catalogue, size: number): Promise<void> {
  const buyers = Array.from({ length: buyersAt(size) }, (_, buyer) => buyer);
  const orders = () => generate(buyers.length * ORDERS_PER_BUYER, (index) => seededOrder(catalogue, index, size));
  // The log comes first: how many changes an account has is known by then.
  const changeCounts: number[] = [];
  await loadRows(
    connection,
    'change',
    ['accountId', 'sequence', 'kind', 'at', 'actorId', 'orderId', 'itemId', 'before', 'after', 'operationsPosition'],
    changesOf(catalogue, size, (buyer, count) => {
      changeCounts[buyer] = count;
    }),
  );
  await loadRows(
    connection,
    'account',
    ['id', 'email', 'name', 'role', 'passwordHash', 'changeCount', 'createdAt'],
    [
      [OPERATOR_ID, 'operator@bench.example', 'Olga Operator', 'OPERATOR', '-', 0, CREATED_AT],
      ...buyers.map((at) => [
        ...[accountId(at), `buyer-${at}@bench.example`, `Buyer ${at}`, 'BUYER', '-'],
        ...[changeCounts[at] ?? 0, CREATED_AT],
      ]),
    ],
  );
  await loadRows(
    connection,
    'mail_setting',
    ['accountId', 'orderMails', 'language', 'unsubscribeToken', 'dailyMailAt'],
    [
      [OPERATOR_ID, 'NONE', 'en', unsubscribeTokenOf('operator'), null],
      ...buyers.map((at) => [accountId(at), 'DIGEST', at % 2 ? 'en' : 'zh-Hans', unsubscribeTokenOf(at), null]),
    ],
  );
  await loadRows(
    connection,
    'session',
    ['id', 'tokenHash', 'accountId', 'userAgent', 'address', 'createdAt', 'lastUsedAt', 'expiresAt'],
    [
      session('operator', OPERATOR_ID, sessionId(buyers.length)),
      ...buyers.map((at) => session(at, accountId(at), sessionId(at))),
    ],
  );
  await loadRows(
    connection,
    'purchase_order',
    ['id', 'number', 'accountId', 'currency', 'state', 'placedAt', 'closedAt'],
    map(orders(), ({ id, index, buyer, placedAt, closedAt }) => [
      ...[id, orderNumber(index), accountId(buyer), 'GBP', closedAt === null ? 'OPEN' : 'CLOSED'],
      ...[time(placedAt), time(closedAt)],
    ]),
  );
  await loadRows(
    connection,
    'item',
    [
      ...['id', 'orderId', 'position', 'merchantName', 'merchantHost', 'url', 'productName', 'quantity'],
      ...['unitPriceMinor', 'specification', 'status', 'statusChangedAt', 'evidence', 'keptAt', 'revision'],
    ],
    items(orders()),
  );
  await connection.query('UPDATE operations_feed SET lastPosition = (SELECT MAX(operationsPosition) FROM `change`)');
}

function* items(orders: Iterable<ReturnType<typeof seededOrder>>): Generator<Row> {
  for (const order of orders)
    for (const item of order.items)
      yield [
        ...[item.id, order.id, item.position, item.merchantName, item.merchantHost, item.url, item.productName],
        ...[item.quantity, item.unitPriceMinor, item.specification, item.status],
        time(item.reportedAt ?? order.placedAt),
        item.evidence && JSON.stringify(item.evidence),
        ...[time(item.keptAt), item.revision],
      ];
}

function session(whose: number | 'operator', account: string, id: string): Row {
  const hash = createHash('sha256').update(tokenOf(whose)).digest('hex');
  const now = Date.now();
  return [id, hash, account, 'Bench', '127.0.0.1', time(now), time(now), time(now + SESSION_MS)];
}

const LEGIBLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number such as `7K3M-Q9TX`, another for each order. */
function orderNumber(index: number): string {
  let rest = (BigInt(index + 1) * 0x5851f42d4dn) % 2n ** 40n;
  let letters = '';
  for (let place = 0; place < 8; place += 1) {
    letters += LEGIBLE[Number(rest % 32n)];
    rest /= 32n;
  }
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

function* generate<T>(count: number, make: (index: number) => T): Generator<T> {
  for (let index = 0; index < count; index += 1) yield make(index);
}

function* map<T, U>(from: Iterable<T>, to: (value: T) => U): Generator<U> {
  for (const value of from) yield to(value);
}
