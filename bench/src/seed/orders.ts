import { EVIDENCE_OF, ITEM_STATUSES, type ItemStatus } from '@oops/item-status';
import type { Catalogue } from './catalogue.js';
import { buyerOf, buyersAt, itemId, orderId, placedAt } from './ids.js';
import { pick, scramble } from './random.js';

/** Of a hundred items, how many have an error; of a hundred of these, how many their buyer has kept. */
const ERRORS_IN_100 = 12;
const KEPT_IN_100 = 20;

/** Of the twenty orders of a buyer, how many are closed: the oldest. */
export const CLOSED_ORDERS = 5;

const HOUR_MS = 60 * 60 * 1000;

const ERRORS = ITEM_STATUSES.filter((status) => status !== 'PENDING');

const MERCHANTS: ReadonlyArray<readonly [name: string | null, host: string]> = [
  ['Hearth & Home', 'hearth.example'],
  ['义乌小商品', 'yiwu.example'],
  ['Lantern House', 'lantern.example'],
  [null, 'market.example'],
  ['Blue Door Gifts', 'bluedoor.example'],
  ['Kite & Co', 'kite.example'],
  ['星光文具', 'starlight.example'],
  [null, 'outlet.example'],
];

const SPECIFICATIONS = ['', '', '', '', 'Red', 'Blue, large', 'A4', '500 ml'];

export interface SeededItem {
  readonly id: string;
  readonly position: number;
  readonly merchantName: string | null;
  readonly merchantHost: string;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly specification: string;
  readonly status: ItemStatus;
  readonly evidence: object | null;
  /** When it was reported or cancelled, in milliseconds; null while it is Pending. */
  readonly reportedAt: number | null;
  readonly keptAt: number | null;
  readonly revision: number;
}

export interface SeededOrder {
  readonly id: string;
  readonly index: number;
  readonly buyer: number;
  readonly placedAt: number;
  readonly closedAt: number | null;
  readonly items: readonly SeededItem[];
}

/** The `index`th order of all at a size, from 0; the same every time. */
export function seededOrder({ products, sizes }: Catalogue, index: number, size: number): SeededOrder {
  const placed = placedAt(index, size);
  const merchants = 1 + (scramble(index, 1) % 4);
  const count = pick(sizes, scramble(index, 2));
  const items = Array.from({ length: count }, (_, position): SeededItem => {
    const product = pick(products, scramble(index, position, 3));
    const [merchantName, merchantHost] = pick(MERCHANTS, scramble(index, 4) + (position % merchants));
    const hasError = scramble(index, position, 8) % 100 < ERRORS_IN_100;
    const status = hasError ? pick(ERRORS, scramble(index, position, 5)) : 'PENDING';
    const isKept = status === 'CANCELLED' || scramble(index, position, 6) % 100 < KEPT_IN_100;
    const reportedAt = status === 'PENDING' ? null : placed + HOUR_MS + position * 1000;
    const keptAt = reportedAt === null || !isKept ? null : status === 'CANCELLED' ? reportedAt : reportedAt + HOUR_MS;
    return {
      id: itemId(index, position, size),
      position,
      merchantName,
      merchantHost,
      url: `https://${merchantHost}/p/${product.code}`,
      productName: product.name,
      quantity: product.quantity,
      unitPriceMinor: product.unitPriceMinor,
      specification: pick(SPECIFICATIONS, scramble(index, position, 7)),
      status,
      evidence: evidenceOf(status, product),
      reportedAt,
      keptAt,
      revision: reportedAt === null ? 1 : keptAt === null || keptAt === reportedAt ? 2 : 3,
    };
  });
  const isClosed = Math.floor(index / buyersAt(size)) < CLOSED_ORDERS;
  return {
    id: orderId(index, size),
    index,
    buyer: buyerOf(index, size),
    placedAt: placed,
    closedAt: isClosed ? placed + 48 * HOUR_MS : null,
    items,
  };
}

function evidenceOf(status: ItemStatus, product: { quantity: number; unitPriceMinor: number }): object | null {
  switch (EVIDENCE_OF[status]) {
    case 'availableQuantity':
      return { availableQuantity: Math.floor(product.quantity / 2) };
    case 'minimumQuantity':
      return { minimumQuantity: product.quantity + 12 };
    case 'currentUnitPrice':
      return { currentUnitPriceMinor: product.unitPriceMinor + 40 };
    case 'availableSpecifications':
      return { availableSpecifications: ['Red', 'Green'] };
    default:
      return status === 'NO_RESPONSE' ? { note: 'Asked twice.' } : null;
  }
}
