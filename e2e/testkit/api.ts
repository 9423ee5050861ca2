/** An item as the API tells of it. */
export interface ItemState {
  readonly id: string;
  readonly status: string;
  readonly productName: string;
  readonly url: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly specification: string;
  readonly revision: number;
  readonly keptAt: string | null;
  readonly allowedActions: readonly string[];
  readonly merchant: { readonly name: string };
}

export interface OrderState {
  readonly id: string;
  readonly number: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly attentionCount: number;
  readonly items: readonly ItemState[];
}

interface Outcome {
  readonly __typename: string;
  readonly message?: string;
}

const ORDER = `id number state attentionCount items {
  id status productName url quantity unitPrice specification revision keptAt allowedActions merchant { name }
}`;

const INPUT_OF = {
  signIn: 'SignInInput',
  replaceItem: 'ReplaceItemInput',
  keepItem: 'KeepItemInput',
  cancelItem: 'CancelItemInput',
  prepareShipment: 'PrepareShipmentInput',
  reportItemStatus: 'ReportItemStatusInput',
} as const;

/** Somebody who uses the API over HTTP, next to the browser. */
export class Api {
  private cookie = '';

  private constructor(private readonly server: { readonly url: string }) {}

  /** Signs in as one of the demo accounts. */
  static async signIn(server: { readonly url: string }, email: string): Promise<Api> {
    const api = new Api(server);
    await api.does('signIn', { email, password: 'oops-demo' });
    return api;
  }

  /** The session, for a browser that is to be signed in already. */
  cookies(): Array<{ name: string; value: string; url: string }> {
    return this.cookie.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url: this.server.url };
    });
  }

  async order(id: string): Promise<OrderState> {
    const { order } = await this.send<{ order: OrderState }>(`query ($id: ID!) { order(id: $id) { ${ORDER} } }`, {
      id,
    });
    return order;
  }

  /** Newest first, at most 100. */
  async orders(search?: string): Promise<OrderState[]> {
    const { orders } = await this.send<{ orders: { edges: Array<{ node: OrderState }> } }>(
      `query ($filter: OrderFilter) { orders(first: 100, filter: $filter) { edges { node { ${ORDER} } } } }`,
      { filter: { search } },
    );
    return orders.edges.map(({ node }) => node);
  }

  /** The newest order that has a product of this name. */
  async orderWith(productName: string): Promise<OrderState> {
    const [order] = await this.orders(productName);
    if (!order) throw new Error(`no order has “${productName}”`);
    return order;
  }

  /** The item of this name in an order, as it is now. */
  async item(order: { readonly id: string }, productName: string): Promise<ItemState> {
    const { items } = await this.order(order.id);
    const item = items.find((one) => one.productName === productName);
    if (!item) throw new Error(`no item is called “${productName}” but ${items.map((one) => one.productName)}`);
    return item;
  }

  /** Buyers: places an order that must be accepted. */
  async placeOrder(input: object): Promise<OrderState> {
    const { placeOrder } = await this.send<{ placeOrder: Outcome & { order: OrderState } }>(
      `mutation ($input: PlaceOrderInput!) {
        placeOrder(input: $input) { __typename ... on UserError { message } ... on PlaceOrderSuccess { order { ${ORDER} } } }
      }`,
      { input },
    );
    if (placeOrder.message) throw new Error(placeOrder.message);
    return placeOrder.order;
  }

  /** Operators: reports on an item as it is now. */
  async report(order: { readonly id: string }, productName: string, status: string, evidence?: object): Promise<void> {
    const { id: itemId, revision: expectedRevision } = await this.item(order, productName);
    await this.does('reportItemStatus', { itemId, expectedRevision, status, evidence });
  }

  /** Calls a mutation that must succeed. */
  async does(mutation: keyof typeof INPUT_OF, input: object): Promise<void> {
    const { __typename, message } = await this.tries(mutation, input);
    if (message) throw new Error(`${mutation} was refused, ${__typename}: ${message}`);
  }

  /** Calls a mutation and tells which member of its union came back. */
  async tries(mutation: keyof typeof INPUT_OF, input: object): Promise<Outcome> {
    const document = `mutation ($input: ${INPUT_OF[mutation]}!) {
      ${mutation}(input: $input) { __typename ... on UserError { message } }
    }`;
    return (await this.send<Record<string, Outcome>>(document, { input }))[mutation] as Outcome;
  }

  private async send<T>(query: string, variables: object): Promise<T> {
    const response = await fetch(`${this.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    const { data, errors } = (await response.json()) as { data?: T; errors?: Array<{ message: string }> };
    if (!data || errors) throw new Error(errors?.map(({ message }) => message).join(' ') ?? `HTTP ${response.status}`);
    return data;
  }
}
