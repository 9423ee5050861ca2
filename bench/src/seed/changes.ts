import type { Catalogue } from './catalogue.js';
import { accountId, buyersAt, OPERATOR_ID, ORDERS_PER_BUYER } from './ids.js';
import { type Row, time } from './load.js';
import { type SeededItem, type SeededOrder, seededOrder } from './orders.js';

/** A fact before it has its place in the log. */
interface Fact {
  readonly kind: string;
  readonly at: number;
  readonly by: 'buyer' | 'operator';
  readonly item?: { readonly id: string; readonly before: string; readonly after: string };
}

/** The whole change log, an account after the other. Tells how many changes each has, as soon as that is known. */
export function* changesOf(
  catalogue: Catalogue,
  size: number,
  onCount: (buyer: number, count: number) => void,
): Generator<Row> {
  let position = 0;
  for (let buyer = 0; buyer < buyersAt(size); buyer += 1) {
    const account = accountId(buyer);
    let sequence = 0;
    for (let turn = 0; turn < ORDERS_PER_BUYER; turn += 1) {
      const order = seededOrder(catalogue, turn * buyersAt(size) + buyer, size);
      for (const { kind, at, by, item } of factsOf(order)) {
        sequence += 1;
        position += 1;
        yield [
          ...[account, sequence, kind, time(at), by === 'buyer' ? account : OPERATOR_ID, order.id],
          ...[item?.id ?? null, item?.before ?? null, item?.after ?? null, position],
        ];
      }
    }
    onCount(buyer, sequence);
  }
}

function factsOf(order: SeededOrder): Fact[] {
  const placed: Fact = { kind: 'ORDER_PLACED', at: order.placedAt, by: 'buyer' };
  const ofItems = order.items.flatMap((item) => factsOfItem(order, item)).sort((a, b) => a.at - b.at);
  const closed: Fact[] = order.closedAt === null ? [] : [{ kind: 'ORDER_CLOSED', at: order.closedAt, by: 'buyer' }];
  return [placed, ...ofItems, ...closed];
}

function factsOfItem(order: SeededOrder, item: SeededItem): Fact[] {
  const { id, status, evidence, reportedAt, keptAt } = item;
  if (reportedAt === null) return [];
  const isCancelled = status === 'CANCELLED';
  const before = snapshot(item, { status: 'PENDING', statusChangedAt: iso(order.placedAt) }, 1);
  const reported = { status, statusChangedAt: iso(reportedAt), evidence };
  const after = snapshot(item, isCancelled ? { ...reported, keptAt: iso(reportedAt) } : reported, 2);
  const first: Fact = {
    kind: isCancelled ? 'ITEM_CANCELLED' : 'ITEM_STATUS_REPORTED',
    at: reportedAt,
    by: isCancelled ? 'buyer' : 'operator',
    item: { id, before, after },
  };
  if (isCancelled || keptAt === null) return [first];
  const kept = snapshot(item, { ...reported, keptAt: iso(keptAt) }, 3);
  return [first, { kind: 'ITEM_KEPT', at: keptAt, by: 'buyer', item: { id, before: after, after: kept } }];
}

/** An item as the log keeps it. */
function snapshot(item: SeededItem, state: object, revision: number): string {
  const { merchantName, merchantHost, url, productName, quantity, unitPriceMinor, specification } = item;
  const fields = { merchantName, merchantHost, url, productName, quantity, unitPriceMinor, specification };
  return JSON.stringify({ ...fields, evidence: null, keptAt: null, ...state, revision });
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
