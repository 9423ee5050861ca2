import type { ItemStatus } from '@oops/item-status';
import type { FastifyInstance } from 'fastify';
import {
  type ChangeView,
  type ItemView,
  MUTATIONS,
  type MutationName,
  ORDER_FIELDS,
  type OrderView,
  type Outcome,
} from './views.js';

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: ReadonlyArray<{ readonly message: string; readonly extensions: Record<string, unknown> }>;
  /** The body as it came. */
  readonly text: string;
}

type Fields = Record<string, unknown>;

/** An item as a test orders it unless it says otherwise. */
export const anItem = {
  url: 'https://shop.example/p/1',
  productName: 'Oak Serving Board',
  quantity: 40,
  unitPrice: '12.50',
  specification: 'Oiled',
  merchantName: 'Harbour & Pine',
};

/** Somebody who uses the API over HTTP: signed in if they have a cookie, a program if they have a secret. */
export class Person {
  constructor(
    private readonly app: FastifyInstance,
    readonly id: string,
    readonly cookie: string | undefined,
    /** The secret of an API key, sent as a bearer. */
    readonly secret?: string,
  ) {}

  /** What this person is known by. */
  get headers(): Record<string, string> {
    return {
      ...(this.cookie !== undefined && { cookie: this.cookie }),
      ...(this.secret !== undefined && { authorization: `Bearer ${this.secret}` }),
    };
  }

  /** A program of this person, known by a secret and nothing else. */
  withSecret(secret: string): Person {
    return new Person(this.app, this.id, undefined, secret);
  }

  /** Sends one GraphQL request. */
  async send(query: string, variables: Fields = {}): Promise<Answer> {
    const { headers } = this;
    const response = await this.app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { data = null, errors = [] } = response.json();
    return { status: response.statusCode, data, errors, text: response.body };
  }

  /**
   * Sends an operation that must succeed, and returns its data. A query is sent four times: what graphql-js, the compiled
   * query (twice) and the memory of answers say must be the same.
   */
  async reads<T>(query: string, variables: Fields = {}): Promise<T> {
    const data = await this.readsOnce<T>(query, variables);
    if (/^\s*mutation/.test(query)) return data;
    for (const time of ['second', 'third', 'fourth']) {
      const again = JSON.stringify(await this.readsOnce<T>(query, variables));
      // That it was asked is noted of a credential meanwhile.
      if (JSON.stringify(data).replace(NOTED, '') !== again.replace(NOTED, ''))
        throw new Error(`another answer the ${time} time: ${again} and not ${JSON.stringify(data)}`);
    }
    return data;
  }

  /** The same, sent but once. */
  async readsOnce<T>(query: string, variables: Fields = {}): Promise<T> {
    const { data, errors, text } = await this.send(query, variables);
    if (!data || errors.length > 0) throw new Error(text);
    return data as T;
  }

  /** Calls a mutation and returns which member of its union came back. */
  async tries(mutation: MutationName, input: Fields): Promise<Outcome> {
    const { data, text } = await this.send(MUTATIONS[mutation], { input });
    if (!data) throw new Error(text);
    return data[mutation] as Outcome;
  }

  /**
   * Places an order, which must succeed. Without items: one of the usual.
   * @param order what is said of the order itself
   */
  async places(items: readonly Fields[] = [{}], currency = 'GBP', order: Fields = {}): Promise<OrderView> {
    const lines = items.map((item) => ({ ...anItem, ...item }));
    const outcome = await this.tries('placeOrder', { ...order, currency, items: lines });
    if (!outcome.order) throw new Error(JSON.stringify(outcome));
    return outcome.order;
  }

  /** Places an order of one item. */
  async placesItem(item: Fields = {}): Promise<ItemView & { readonly orderId: string }> {
    const { id: orderId, items } = await this.places([item]);
    return { ...(items[0] as ItemView), orderId };
  }

  reports(item: ItemView, status: ItemStatus, evidence?: Fields): Promise<Outcome> {
    return this.tries('reportItemStatus', { ...revisionOf(item), status, evidence });
  }

  replaces(item: ItemView, fields: Fields = {}): Promise<Outcome> {
    const { merchantName: _, ...content } = anItem;
    return this.tries('replaceItem', { ...revisionOf(item), ...content, ...fields });
  }

  keeps(item: ItemView): Promise<Outcome> {
    return this.tries('keepItem', revisionOf(item));
  }

  cancels(item: ItemView): Promise<Outcome> {
    return this.tries('cancelItem', revisionOf(item));
  }

  prepares(orderId: string, input: Fields = {}): Promise<Outcome> {
    return this.tries('prepareShipment', { orderId, ...input });
  }

  /** An order as this person sees it, or null. */
  async sees(orderId: string): Promise<OrderView | null> {
    const query = `query ($id: ID!) { order(id: $id) ${ORDER_FIELDS} }`;
    return (await this.reads<{ order: OrderView | null }>(query, { id: orderId })).order;
  }

  /** The whole feed of this person, read page by page. */
  async feed(fields: string, pageSize = 100): Promise<ChangeView[]> {
    const query = `query ($after: String, $first: Int) {
      changes(after: $after, first: $first) { edges { node ${fields} } pageInfo { hasNextPage endCursor } }
    }`;
    const found: ChangeView[] = [];
    let after: string | null = null;
    for (;;) {
      const { changes }: FeedPage = await this.reads(query, { after, first: pageSize });
      found.push(...changes.edges.map(({ node }) => node));
      if (!changes.pageInfo.hasNextPage) return found;
      after = changes.pageInfo.endCursor;
    }
  }
}

const NOTED = /"(lastUsedAt|expiresAt)":[^,}]*/g;

interface FeedPage {
  readonly changes: {
    readonly edges: ReadonlyArray<{ readonly node: ChangeView }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export function revisionOf({ id, revision }: ItemView): { itemId: string; expectedRevision: number } {
  return { itemId: id, expectedRevision: revision };
}

/** The text of an answer, but for what is left of a budget: that tells of the time that has passed, and of nothing else. */
export function withoutBalance({ text }: Answer): string {
  return text.replace(/"currentlyAvailable":\d+/, '');
}
