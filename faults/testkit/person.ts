import { ask, type Reachable, signIn } from './client.js';

export interface ItemState {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly productName: string;
  readonly keptAt: string | null;
}

export interface OrderState {
  readonly id: string;
  readonly number: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly items: readonly ItemState[];
}

/** What a mutation came to: which member of its union, and what that tells. */
export interface Outcome {
  readonly __typename: string;
  readonly message?: string;
  readonly item?: ItemState;
  readonly order?: OrderState;
  readonly change?: { readonly sequence: number; readonly at: string };
}

/** A change as the query `changes` tells of it. */
export interface FeedEntry {
  readonly cursor: string;
  readonly sequence: number;
  readonly kind: string;
  readonly order: { readonly id: string };
  readonly item: { readonly id: string } | null;
  readonly after: { readonly revision: number } | null;
}

export interface HistoryEntry {
  readonly kind: string;
  readonly sequence: number;
  readonly after: { readonly revision: number; readonly productName: string };
}

export interface ReplaceInput {
  readonly itemId: string;
  readonly expectedRevision: number;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly idempotencyKey?: string;
}

const ITEM = 'id revision status productName keptAt';
const ORDER = `id number state items { ${ITEM} }`;
const CHANGED = `item { ${ITEM} } change { sequence at }`;
const UNFIT = `... on ItemRevisionConflict { item { ${ITEM} } }`;

const SELECTION_OF = {
  placeOrder: `... on PlaceOrderSuccess { order { ${ORDER} } }`,
  reportItemStatus: `... on ReportItemStatusSuccess { ${CHANGED} } ${UNFIT}`,
  replaceItem: `... on ReplaceItemSuccess { ${CHANGED} } ${UNFIT}`,
  keepItem: `... on KeepItemSuccess { ${CHANGED} } ${UNFIT}`,
  cancelItem: `... on CancelItemSuccess { ${CHANGED} } ${UNFIT}`,
  prepareShipment: `... on PrepareShipmentSuccess { order { ${ORDER} } }`,
} as const;

export type Mutation = keyof typeof SELECTION_OF;

/** What the query `changes` hands out at most. */
const PAGE = 100;

/** Somebody who is signed in and uses whichever of several servers they are told to, or each in turn. */
export class Person {
  private turn = 0;

  constructor(
    readonly email: string,
    readonly cookie: string,
    readonly servers: readonly Reachable[],
  ) {}

  static async signIn(email: string, servers: readonly [Reachable, ...Reachable[]]): Promise<Person> {
    return new Person(email, await signIn(servers[0], email), servers);
  }

  /** The same person, who uses only some of the servers. */
  at(...servers: readonly Reachable[]): Person {
    return new Person(this.email, this.cookie, servers);
  }

  /** The next server, each in turn. */
  nextServer(): Reachable {
    const server = this.servers[this.turn++ % this.servers.length];
    if (!server) throw new Error('there is no server');
    return server;
  }

  send<T>(query: string, variables: object = {}, server = this.nextServer()): Promise<T> {
    return ask<T>(server, this.cookie, query, variables);
  }

  /** Calls a mutation, once. Fails with `NoAnswer` where it is not known whether it was done. */
  async tries(mutation: Mutation, input: object, server?: Reachable): Promise<Outcome> {
    const inputType = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${inputType}!) {
      ${mutation}(input: $input) { __typename ... on UserError { message } ${SELECTION_OF[mutation]} }
    }`;
    const data = await this.send<Record<string, Outcome>>(document, { input }, server);
    return data[mutation] as Outcome;
  }

  /** Places an order of some items; their names tell which is which. */
  async placeOrder(productNames: readonly string[], idempotencyKey?: string): Promise<OrderState> {
    const { order } = succeeded(
      await this.tries('placeOrder', { currency: 'GBP', idempotencyKey, items: productNames.map(newItem) }),
    );
    if (!order) throw new Error('an order was placed and not told of');
    return order;
  }

  reportItemStatus({ id, revision }: ItemState, status: string, idempotencyKey?: string): Promise<ItemState> {
    return this.changes('reportItemStatus', { itemId: id, expectedRevision: revision, status, idempotencyKey });
  }

  replaceItem(item: ItemState, productName: string, idempotencyKey?: string): Promise<ItemState> {
    return this.changes('replaceItem', { ...replacement(item, productName), idempotencyKey });
  }

  keepItem({ id, revision }: ItemState, idempotencyKey?: string): Promise<ItemState> {
    return this.changes('keepItem', { itemId: id, expectedRevision: revision, idempotencyKey });
  }

  cancelItem({ id, revision }: ItemState, idempotencyKey?: string): Promise<ItemState> {
    return this.changes('cancelItem', { itemId: id, expectedRevision: revision, idempotencyKey });
  }

  async prepareShipment(orderId: string, idempotencyKey?: string): Promise<void> {
    succeeded(await this.tries('prepareShipment', { orderId, idempotencyKey }));
  }

  async order(id: string): Promise<OrderState> {
    const { order } = await this.send<{ order: OrderState | null }>(
      `query ($id: ID!) { order(id: $id) { ${ORDER} } }`,
      { id },
    );
    if (!order) throw new Error(`there is no order ${id}`);
    return order;
  }

  /** How many orders have a product of this name, at most 100. */
  async countOrders(productName: string): Promise<number> {
    const { orders } = await this.send<{ orders: { edges: unknown[] } }>(
      'query ($filter: OrderFilter) { orders(first: 100, filter: $filter) { edges { cursor } } }',
      { filter: { search: productName } },
    );
    return orders.edges.length;
  }

  /** What happened to an item, newest first, at most 100. */
  async history(itemId: string): Promise<readonly HistoryEntry[]> {
    const { node } = await this.send<{ node: { history: HistoryEntry[] } }>(
      `query ($id: ID!) {
        node(id: $id) { ... on Item { history(first: 100) { kind sequence after { revision productName } } } }
      }`,
      { id: itemId },
    );
    return node.history;
  }

  /** Where the own feed ends now. */
  async latestCursor(): Promise<string> {
    const { viewer } = await this.send<{ viewer: { latestChangeCursor: string } }>('{ viewer { latestChangeCursor } }');
    return viewer.latestChangeCursor;
  }

  /** The whole own feed after a cursor, or from its beginning. */
  async feed(after: string | null = null): Promise<FeedEntry[]> {
    const entries: FeedEntry[] = [];
    for (let cursor = after; ; ) {
      const { changes } = await this.send<FeedPage>(
        `query ($after: String) {
          changes(first: ${PAGE}, after: $after) {
            edges { cursor node { sequence kind order { id } item { id } after { revision } } }
            pageInfo { endCursor hasNextPage }
          }
        }`,
        { after: cursor },
      );
      entries.push(...changes.edges.map(({ cursor: at, node }) => ({ ...node, cursor: at })));
      if (!changes.pageInfo.hasNextPage) return entries;
      cursor = changes.pageInfo.endCursor;
    }
  }

  private async changes(mutation: Mutation, input: object): Promise<ItemState> {
    const { item } = succeeded(await this.tries(mutation, input));
    if (!item) throw new Error(`${mutation} told nothing of its item`);
    return item;
  }
}

interface FeedPage {
  readonly changes: {
    readonly edges: ReadonlyArray<{ cursor: string; node: Omit<FeedEntry, 'cursor'> }>;
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

/** An item to be ordered. */
export function newItem(productName: string) {
  return { url: 'https://shop.example/p/1', productName, quantity: 2, unitPrice: '4.25', merchantName: 'Shop Example' };
}

/** What replaces an item as it was seen. */
export function replacement({ id, revision }: ItemState, productName: string): ReplaceInput {
  const url = `https://other.example/${encodeURIComponent(productName)}`;
  return { itemId: id, expectedRevision: revision, url, productName, quantity: 3, unitPrice: '5.50' };
}

/** Insists that a mutation was not refused. */
export function succeeded(outcome: Outcome): Outcome {
  if (!outcome.__typename.endsWith('Success')) throw new Error(`${outcome.__typename}: ${outcome.message}`);
  return outcome;
}
