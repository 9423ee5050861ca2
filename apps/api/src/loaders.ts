import DataLoader from 'dataloader';
import { AccountReader, type PersonRow } from './accounts/account.reader.js';
import { ChangeReader } from './changes/change.reader.js';
import type { ChangeRow } from './changes/change-row.js';
import type { Database } from './database/database.js';
import { MAX_KEYS } from './database/raw.js';
import { OrderReader } from './orders/order.reader.js';
import type { ItemRow, OrderRow, OrderSummary } from './orders/rows.js';

/** Reads that belong to one answer, gathered so that a list costs one statement and not one a row. */
export class Loaders {
  readonly order: DataLoader<string, OrderRow | undefined>;
  readonly item: DataLoader<string, ItemRow | undefined>;
  readonly itemsOfOrder: DataLoader<string, ItemRow[]>;
  readonly orderSummary: DataLoader<string, OrderSummary>;
  readonly itemHistory: DataLoader<{ itemId: string; first: number }, ChangeRow[]>;
  readonly changesOfMail: DataLoader<string, ChangeRow[]>;
  readonly person: DataLoader<string, PersonRow | undefined>;

  constructor({ reader }: Database) {
    const orders = new OrderReader(reader);
    const changes = new ChangeReader(reader);
    const accounts = new AccountReader(reader);
    const options = { maxBatchSize: MAX_KEYS };
    this.order = new DataLoader(async (ids) => pick(ids, await orders.ordersByIds(ids)), options);
    this.item = new DataLoader(async (ids) => pick(ids, await orders.itemsByIds(ids)), options);
    this.person = new DataLoader(async (ids) => pick(ids, await accounts.personsByIds(ids)), options);
    this.itemsOfOrder = new DataLoader(async (ids) => {
      const items = groupBy(await orders.itemsOfOrders(ids), ({ orderId }) => orderId);
      return ids.map((id) => items.get(id) ?? []);
    }, options);
    this.orderSummary = new DataLoader(async (ids) => {
      const summaries = await orders.summariesOfOrders(ids);
      return ids.map((id) => summaries.get(id) ?? new Error(`order ${id} has no items`));
    }, options);
    this.changesOfMail = new DataLoader(async (ids) => {
      const byMail = groupBy(await changes.ofMails(ids), ({ mailId }) => mailId);
      return ids.map((id) => byMail.get(id) ?? []);
    }, options);
    this.itemHistory = new DataLoader(async (keys) => {
      const limit = Math.max(...keys.map(({ first }) => first));
      const changes_ = await changes.ofItems([...new Set(keys.map(({ itemId }) => itemId))], limit);
      const histories = groupBy(changes_, ({ itemId }) => itemId);
      return keys.map(({ itemId, first }) => histories.get(itemId)?.slice(0, first) ?? []);
    }, options);
  }

  /** Forgets what was read, because a mutation has changed it. */
  clear(): void {
    for (const loader of [this.order, this.item, this.itemsOfOrder, this.orderSummary, this.itemHistory]) {
      loader.clearAll();
    }
  }
}

function pick<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): Array<T | undefined> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id));
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
