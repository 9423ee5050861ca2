import { randomUUID } from 'node:crypto';
import type { ItemState, Outcome, Person } from '../testkit/person.js';
import type { Stage } from '../testkit/stage.js';
import { type Call, type Model, type ModelOrder, money, type viewOf, type Who } from './model.js';

/** A call as it was sent, to be sent again. */
interface Sent {
  readonly call: Call;
  readonly input: object;
  readonly outcome: Outcome;
}

const CONTENT = 'status keptAt revision productName quantity unitPrice';
const ORDER = `query ($id: ID!) { order(id: $id) { state attentionCount total items { id ${CONTENT} } } }`;
const FEED = `query ($after: String) {
  changes(after: $after) {
    edges {
      node { sequence kind order { id items { id ${CONTENT} } } item { id } before { ${CONTENT} } after { ${CONTENT} } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface ItemView extends Omit<ItemState, 'id'> {
  readonly quantity: number;
  readonly unitPrice: string;
}

interface ApiOrder {
  readonly state: string;
  readonly attentionCount: number;
  readonly total: string;
  readonly items: ReadonlyArray<ItemView & { readonly id: string }>;
}

interface ApiChange {
  readonly sequence: number;
  readonly kind: string;
  readonly order: { readonly id: string; readonly items: ApiOrder['items'] };
  readonly item: { readonly id: string } | null;
  readonly before: ItemView | null;
  readonly after: ItemView | null;
}

/** An order as somebody has it who knows nothing but the feed. */
interface Replayed {
  closed: boolean;
  readonly items: Map<string, ReturnType<typeof known>>;
}

/** The real orders of one walk, in the places where the model has its own. */
export class World {
  private readonly ids: Array<{ readonly id: string; readonly itemIds: readonly string[] }> = [];
  private readonly sent: Sent[] = [];

  private constructor(
    private readonly stage: Stage,
    /** Where each buyer's feed ended before the walk. */
    private readonly starts: readonly string[],
  ) {}

  static async begin(stage: Stage): Promise<World> {
    return new World(stage, await Promise.all(stage.buyers.map((buyer) => buyer.latestCursor())));
  }

  /** Makes a call, with an idempotency key of its own. */
  async make(call: Call, model: Model): Promise<Outcome> {
    const input = { ...this.inputOf(call, model), idempotencyKey: randomUUID() };
    const outcome = await this.person(call.who).tries(call.mutation, input);
    this.sent.push({ call, input, outcome });
    if (call.mutation === 'placeOrder' && outcome.order) {
      this.ids.push({ id: outcome.order.id, itemIds: outcome.order.items.map(({ id }) => id) });
    }
    return outcome;
  }

  /** Sends one of the calls again, as it was, and hands over what came first and what came now. */
  async repeat(index: number): Promise<{ first: Outcome; again: Outcome } | undefined> {
    // What was not done and not refused for how the item stood leaves its key free: there the call may come out anew.
    const keyed = this.sent.filter(({ outcome }) =>
      /Success$|^ItemRevisionConflict$|^ItemNot/.test(outcome.__typename),
    );
    const repeated = keyed[index % keyed.length];
    if (!repeated) return undefined;
    const { call, input, outcome } = repeated;
    const again = await this.person(call.who).tries(call.mutation, input);
    // An order is told as it is now.
    const told = ({ order, ...rest }: Outcome) => ({ ...rest, orderId: order?.id });
    return { first: told(outcome), again: told(again) } as unknown as { first: Outcome; again: Outcome };
  }

  /** What the API tells its owner of the order in one place of the model. */
  async order(place: number, { owner }: ModelOrder): Promise<ReturnType<typeof viewOf>> {
    const { order } = await this.person(owner).send<{ order: ApiOrder }>(ORDER, { id: this.ids[place]?.id });
    const { state, attentionCount, total, items } = order;
    return { state, attentionCount, total, items: items.map(known) };
  }

  /** All orders of the walk, rebuilt from the feed alone, by id. */
  async replay(): Promise<ReadonlyMap<string, Replayed>> {
    const orders = new Map<string, Replayed>();
    for (const [index, buyer] of this.stage.buyers.entries()) {
      const feed = await feedOf(buyer, this.starts[index] ?? '');
      for (const [at, change] of feed.entries()) {
        if (at > 0 && change.sequence !== (feed[at - 1]?.sequence ?? 0) + 1) throw new Error('the feed has a gap');
        replayOne(orders, change);
      }
    }
    return orders;
  }

  /** What every call of the walk was answered. */
  get answers(): readonly string[] {
    return this.sent.map(({ outcome }) => outcome.__typename);
  }

  /** The id of the order, and of each of its items, in one place of the model. */
  idsAt(place: number): { readonly id: string; readonly itemIds: readonly string[] } {
    return this.ids[place] as { id: string; itemIds: string[] };
  }

  private person(who: Who): Person {
    return who === 'operator' ? this.stage.operator : this.stage.buyers[who];
  }

  private inputOf(call: Call, model: Model): object {
    const { mutation, contents, status, lag } = call;
    const fields = contents.map(({ productName, quantity, cents }) => {
      return { url: 'https://shop.example/p/1', productName, quantity, unitPrice: money(cents) };
    });
    if (mutation === 'placeOrder') return { currency: 'GBP', items: fields };
    const { id: orderId, itemIds } = this.idsAt(call.order % this.ids.length);
    if (mutation === 'prepareShipment') return { orderId };
    const { item } = model.target(call);
    const target = { itemId: itemIds[call.item % itemIds.length], expectedRevision: item.revision + lag };
    if (mutation === 'reportItemStatus') return { ...target, status };
    return mutation === 'replaceItem' ? { ...target, ...fields[0] } : target;
  }
}

async function feedOf(person: Person, after: string): Promise<ApiChange[]> {
  const feed: ApiChange[] = [];
  for (let cursor = after; ; ) {
    const { changes } = await person.send<{
      changes: { edges: Array<{ node: ApiChange }>; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>(FEED, { after: cursor });
    feed.push(...changes.edges.map(({ node }) => node));
    if (!changes.pageInfo.hasNextPage) return feed;
    cursor = changes.pageInfo.endCursor;
  }
}

/** Each change must fit what the ones before it made, and then makes what comes after it. */
function replayOne(orders: Map<string, Replayed>, { kind, order, item, before, after }: ApiChange): void {
  if (kind === 'ORDER_PLACED') {
    // A feed tells what changes; what never did is as the order has it.
    orders.set(order.id, { closed: false, items: new Map(order.items.map((listed) => [listed.id, known(listed)])) });
    return;
  }
  const replayed = orders.get(order.id);
  if (!replayed || replayed.closed) throw new Error(`${kind} for an order that is not open`);
  if (kind === 'ORDER_CLOSED') {
    replayed.closed = true;
    return;
  }
  if (!item || !before || !after) throw new Error(`${kind} without its item`);
  // The first change of an item tells what it was before; from there on each must follow from the last.
  const soFar = before.revision === 1 ? known(before) : replayed.items.get(item.id);
  if (JSON.stringify(soFar) !== JSON.stringify(known(before)))
    throw new Error('a change does not follow from the last');
  if (after.revision !== before.revision + 1) throw new Error('a revision was left out');
  replayed.items.set(item.id, known(after));
}

function known({ status, keptAt, revision, productName, quantity, unitPrice }: ItemView) {
  return { status, kept: keptAt !== null, revision, productName, quantity, unitPrice };
}
