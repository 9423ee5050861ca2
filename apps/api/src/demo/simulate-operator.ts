import { setTimeout as pause } from 'node:timers/promises';
import { ITEM_STATUSES, type ItemStatus, statusLabel } from '@oops/item-status';
import { type EvidenceFields } from '../orders/rules/evidence-rules.js';
import { GraphqlSession } from './graphql-session.js';

export interface Simulation {
  /** Where the server is, without a path. */
  readonly url: string;
  readonly email: string;
  readonly password: string;
  /** The mean pause between two reports, in milliseconds. */
  readonly everyMs: number;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
}

interface Item {
  readonly id: string;
  readonly revision: number;
  readonly productName: string;
  readonly status: ItemStatus;
  readonly quantity: number;
  readonly unitPrice: string;
}

interface OpenOrders {
  readonly orders: {
    readonly edges: ReadonlyArray<{ readonly node: { readonly number: string; readonly items: readonly Item[] } }>;
  };
}

const OPEN_ORDERS = `{
  orders(first: 5, filter: { state: OPEN }) {
    edges { node { number items { id revision productName status quantity unitPrice } } }
  }
}`;

const REPORT = `mutation ($input: ReportItemStatusInput!) {
  reportItemStatus(input: $input) { __typename ... on UserError { message } }
}`;

/** Reports on items of the newest open orders until told to stop: mostly problems, now and then good news. */
export async function simulateOperator({ url, email, password, everyMs, signal, tell }: Simulation): Promise<void> {
  const session = await GraphqlSession.signIn(url, email, password);
  tell(`Signed in at ${url} as ${email}. Stop with Ctrl+C.`);
  while (!signal.aborted) {
    const { orders } = await session.send<OpenOrders>(OPEN_ORDERS);
    // First an order, then an item of it, so that a large order does not take all the attention.
    const order = oneOf(orders.edges)?.node;
    const item = oneOf(order?.items ?? []);
    tell(order && item ? await report(session, item, order.number) : 'There is no open order to report on.');
    // Between half and one and a half of the pause, as people are.
    await pause(everyMs * (0.5 + Math.random()), undefined, { signal }).catch(() => {});
  }
}

async function report(session: GraphqlSession, item: Item, number: string): Promise<string> {
  const status = nextStatus(item.status);
  const input = { itemId: item.id, expectedRevision: item.revision, status, evidence: evidenceFor(status, item) };
  const { reportItemStatus } = await session.send<{ reportItemStatus: { __typename: string; message?: string } }>(
    REPORT,
    {
      input,
    },
  );
  const refusal = reportItemStatus.message ? `, refused: ${reportItemStatus.message}` : '';
  return `${number}  ${item.productName}: ${statusLabel(status)}${refusal}`;
}

/** What is Pending goes wrong; what went wrong is sometimes put right by the seller. */
function nextStatus(status: ItemStatus): ItemStatus {
  if (status !== 'PENDING' && Math.random() < 0.4) return 'PENDING';
  return oneOf(ITEM_STATUSES.filter((other) => other !== status && other !== 'PENDING')) ?? 'OOS';
}

function evidenceFor(status: ItemStatus, { quantity, unitPrice }: Item): EvidenceFields | undefined {
  if (status === 'PARTIALLY_OOS' && quantity > 1) return { availableQuantity: Math.ceil(quantity / 3) };
  if (status === 'MOQ_REQUIRED') return { minimumQuantity: quantity * 2 };
  if (status === 'SPECS_ERROR') return { availableSpecifications: ['Red', 'Blue', 'Natural'] };
  // A whole unit more is an amount in every currency.
  if (status === 'PRICE_ERROR')
    return { currentUnitPrice: unitPrice.replace(/^\d+/, (whole) => String(Number(whole) + 1)) };
  return undefined;
}

function oneOf<T>(choices: readonly T[]): T | undefined {
  return choices[Math.floor(Math.random() * choices.length)];
}
