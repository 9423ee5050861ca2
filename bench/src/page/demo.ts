import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptFolder } from '../machine/places.js';
import { type Answering, startServer } from '../machine/server.js';
import { orderItemsDocument } from '../page-documents.js';

/** A name and a value, as a browser sends them. */
export type Cookie = readonly [name: string, value: string];

/** The most that an order may hold. */
export const ITEMS = 500;

const PLACE = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { ... on UserError { message } ... on PlaceOrderSuccess { order { id number } } }
}`;

/** How often a large order's items are asked for until V8 has compiled what answers. */
const WARM_UP = 50;

/** The server as a demo, with a buyer who is signed in. */
export class Demo {
  private constructor(
    private readonly server: Answering,
    readonly session: Cookie,
  ) {}

  static async start(): Promise<Demo> {
    const folder = keptFolder('page');
    rmSync(folder, { recursive: true });
    const database = `sqlite:${join(keptFolder('page'), 'oops.db')}`;
    const server = await startServer(database, { settings: { NODE_ENV: 'development', MAIL_WORKER: 'false' } });
    const input = { email: 'buyer@demo.example', password: 'oops-demo' };
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const { cookie = '' } = await send(server.url, signIn, { input });
    const [name = '', value = ''] = cookie.split('=');
    return new Demo(server, [name, value]);
  }

  /**
   * Has the buyer place an order of as many items as may be, and asks for them until the server is as fast as one that others
   * have asked before. Returns the number of the order.
   */
  async placeLargeOrder(): Promise<string> {
    const cookie = this.session.join('=');
    const { data } = await send(this.url, PLACE, { input: { currency: 'GBP', items: manyItems() } }, cookie);
    const order = data?.placeOrder?.order;
    if (!order) throw new Error(`the order was not placed: ${JSON.stringify(data)}`);
    const question = orderItemsDocument();
    for (let times = 0; times < WARM_UP; times += 1) await send(this.url, question, { id: order.id }, cookie);
    return order.number;
  }

  get url(): string {
    return this.server.url;
  }

  stop(): Promise<void> {
    return this.server.running.end();
  }
}

function manyItems(): object[] {
  return Array.from({ length: ITEMS }, (_, line) => ({
    url: `https://seller-${line % 12}.example/p/${line}`,
    productName: `Oak Serving Board no. ${line}`,
    quantity: 10 + (line % 30),
    unitPrice: '12.50',
    specification: `Size ${line % 9}, oiled`,
    merchantName: `Merchant ${line % 12}`,
  }));
}

interface Sent {
  readonly data?: { readonly placeOrder?: { readonly order?: { readonly id: string; readonly number: string } } };
  /** The session that the answer has set. */
  readonly cookie?: string | undefined;
}

async function send(url: string, query: string, variables: object, cookie = ''): Promise<Sent> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as Pick<Sent, 'data'>;
  return { data: data ?? {}, cookie: response.headers.getSetCookie()[0]?.split(';')[0] };
}
