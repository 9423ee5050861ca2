import { openSql, type Sql } from './sql.js';

/** Orders of one account. */
const ORDERS_PER_ACCOUNT = 10;

/** How many rows one statement writes. */
const BATCH = 200;

type Value = string | number | null;

/**
 * Writes orders with one error each, as reports would have left them, all of them due to be mailed now. Each ten are of
 * one buyer. It is done past the server, which would take its time to check and lock.
 */
export async function writeOrdersWithErrors(databaseUrl: string, count: number): Promise<void> {
  const sql = await openSql(databaseUrl);
  try {
    const now = new Date(Date.now() - 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
    const id = (kind: string, at: number) => `${kind}_${at.toString(16).padStart(32, '0')}`;
    const orders = Array.from({ length: count }, (_, at) => ({ at, account: Math.floor(at / ORDERS_PER_ACCOUNT) }));
    const accounts = [...new Set(orders.map(({ account }) => account))];
    const sequenceOf = (at: number) => (at % ORDERS_PER_ACCOUNT) + 1;
    await insert(
      sql,
      'account',
      ['id', 'email', 'name', 'role', 'passwordHash', 'changeCount', 'createdAt'],
      accounts.map((at) => [
        id('acc', at),
        `buyer-${at}@shop.example`,
        `Buyer ${at}`,
        'BUYER',
        '-',
        ORDERS_PER_ACCOUNT,
        now,
      ]),
    );
    await insert(
      sql,
      'mail_setting',
      ['accountId', 'orderMails', 'language', 'unsubscribeToken'],
      accounts.map((at) => [id('acc', at), 'DIGEST', at % 2 ? 'en' : 'zh-Hans', String(at).padStart(43, 't')]),
    );
    await insert(
      sql,
      'purchase_order',
      ['id', 'number', 'accountId', 'currency', 'state', 'placedAt', 'closedAt'],
      orders.map(({ at, account }) => [id('ord', at), `N${at}`, id('acc', account), 'GBP', 'OPEN', now, null]),
    );
    await insert(
      sql,
      'item',
      [
        'id',
        'orderId',
        'position',
        'merchantName',
        'merchantHost',
        'url',
        'productName',
        'quantity',
        'unitPriceMinor',
        'specification',
        'status',
        'statusChangedAt',
        'evidence',
        'keptAt',
        'revision',
      ],
      orders.map(({ at }) => [
        id('itm', at),
        id('ord', at),
        0,
        'Shop Example',
        'shop.example',
        'https://shop.example/1',
        `Product ${at}`,
        40,
        1250,
        'Oiled',
        'PARTIALLY_OOS',
        now,
        '{"availableQuantity":12}',
        null,
        2,
      ]),
    );
    await insert(
      sql,
      'change',
      ['accountId', 'sequence', 'kind', 'at', 'actorId', 'orderId', 'itemId', 'before', 'after', 'operationsPosition'],
      orders.map(({ at, account }) => [
        id('acc', account),
        sequenceOf(at),
        'ITEM_STATUS_REPORTED',
        now,
        id('acc', account),
        id('ord', at),
        id('itm', at),
        null,
        null,
        null,
      ]),
    );
    await insert(
      sql,
      'due_order_mail',
      ['orderId', 'accountId', 'dueAt', 'firstSequence', 'firstReportAt', 'lastReportAt', 'digestAt', 'reminders'],
      orders.map(({ at, account }) => [id('ord', at), id('acc', account), now, sequenceOf(at), now, now, null, 0]),
    );
  } finally {
    await sql.close();
  }
}

async function insert(sql: Sql, table: string, columns: readonly string[], rows: ReadonlyArray<readonly Value[]>) {
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const one = `(${columns.map(() => '?').join(', ')})`;
  for (let begin = 0; begin < rows.length; begin += BATCH) {
    const batch = rows.slice(begin, begin + BATCH);
    await sql.run(`INSERT INTO \`${table}\` (${names}) VALUES ${batch.map(() => one).join(', ')}`, batch.flat());
  }
}
