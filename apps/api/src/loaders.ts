import DataLoader from 'dataloader';
import { AccountReader, type PersonRow } from './accounts/account.reader.js';
import { ChangeReader } from './changes/change.reader.js';
import type { ChangeRow } from './changes/change-row.js';
import type { Database } from './database/database.js';
import { groupBy, MAX_KEYS } from './database/raw.js';
import { OrderReader } from './orders/order.reader.js';
import type { ItemRow, OrderRow, OrderSummary } from './orders/rows.js';

interface History {
  readonly itemId: string;
  readonly first: number;
}

/** Reads that belong to one answer, gathered so that a list costs one statement and not one a row. */
export class Loaders {
  /** What is to be read of orders at once, rather than gathered. */
  readonly orders: OrderReader;
  // Each is made when it is first asked for, since most requests need few of them.
  private readonly made = new Map<string, DataLoader<never, unknown, unknown>>();

  constructor(private readonly database: Database) {
    this.orders = new OrderReader(database.reader);
  }

  get order(): DataLoader<string, OrderRow | undefined> {
    return this.loader('order', async (ids) => pick(ids, await this.orders.ordersByIds(ids)));
  }

  get item(): DataLoader<string, ItemRow | undefined> {
    return this.loader('item', async (ids) => pick(ids, await this.orders.itemsByIds(ids)));
  }

  get person(): DataLoader<string, PersonRow | undefined> {
    const accounts = new AccountReader(this.database.reader);
    return this.loader('person', async (ids) => pick(ids, await accounts.personsByIds(ids)));
  }

  get itemsOfOrder(): DataLoader<string, ItemRow[]> {
    return this.loader('itemsOfOrder', async (ids) => {
      const items = groupBy(await this.orders.itemsOfOrders(ids), ({ orderId }) => orderId);
      return ids.map((id) => items.get(id) ?? []);
    });
  }

  get orderSummary(): DataLoader<string, OrderSummary> {
    return this.loader('orderSummary', async (ids) => {
      const summaries = await this.orders.summariesOfOrders(ids);
      return ids.map((id) => summaries.get(id) ?? new Error(`order ${id} has no items`));
    });
  }

  get changesOfMail(): DataLoader<string, ChangeRow[]> {
    return this.loader('changesOfMail', async (ids) => {
      const byMail = groupBy(await this.changes.ofMails(ids), ({ mailId }) => mailId);
      return ids.map((id) => byMail.get(id) ?? []);
    });
  }

  get itemHistory(): DataLoader<History, ChangeRow[]> {
    return this.loader('itemHistory', async (keys) => {
      const limit = Math.max(...keys.map(({ first }) => first));
      const changes = await this.changes.ofItems([...new Set(keys.map(({ itemId }) => itemId))], limit);
      const histories = groupBy(changes, ({ itemId }) => itemId);
      return keys.map(({ itemId, first }) => histories.get(itemId)?.slice(0, first) ?? []);
    });
  }

  /** Forgets what was read, because a mutation has changed it. */
  clear(): void {
    this.made.clear();
  }

  private get changes(): ChangeReader {
    return new ChangeReader(this.database.reader);
  }

  private loader<Key, Row>(
    name: string,
    read: (keys: readonly Key[]) => Promise<ArrayLike<Row | Error>>,
  ): DataLoader<Key, Row> {
    const known = this.made.get(name) as DataLoader<Key, Row> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, Row>(read, { maxBatchSize: MAX_KEYS });
    this.made.set(name, loader as DataLoader<never, unknown, unknown>);
    return loader;
  }
}

function pick<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): Array<T | undefined> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}
