import { ITEM_STATUSES } from '@oops/item-status';
import fc from 'fast-check';
import type { Call, Content, Model, Who } from './model.js';
import { viewOf } from './model.js';
import type { World } from './world.js';

type Step = fc.AsyncCommand<Model, World>;

/** Somebody makes a call: the API must answer as the model does, and have the order as the model has it. */
class Make implements Step {
  constructor(private readonly planned: Omit<Call, 'who'> & { readonly who: Who | 'owner' }) {}

  check({ orders }: Model): boolean {
    return this.planned.mutation === 'placeOrder' || orders.length > 0;
  }

  async run(model: Model, world: World): Promise<void> {
    const { who } = this.planned;
    const call: Call = { ...this.planned, who: who === 'owner' ? model.target(this.planned).order.owner : who };
    // The call is made with what the model knows before it has answered.
    const outcome = await world.make(call, model);
    expect(outcome.__typename).toBe(model.answer(call));
    const place = outcome.order && call.mutation === 'placeOrder' ? model.orders.length - 1 : placeOf(call, model);
    const order = model.orders[place];
    if (order) expect(await world.order(place, order)).toEqual(viewOf(order));
  }

  toString(): string {
    return JSON.stringify(this.planned);
  }
}

/** A call is repeated with its key: it must be answered as before, and nothing may change. */
class Repeat implements Step {
  constructor(private readonly index: number) {}

  check(): boolean {
    return true;
  }

  async run({ orders }: Model, world: World): Promise<void> {
    const repeated = await world.repeat(this.index);
    expect(repeated?.again).toEqual(repeated?.first);
    for (const [place, order] of orders.entries()) expect(await world.order(place, order)).toEqual(viewOf(order));
  }

  toString(): string {
    return `repeat ${this.index}`;
  }
}

function placeOf({ order }: Call, { orders }: Model): number {
  return orders.length > 0 ? order % orders.length : 0;
}

const content: fc.Arbitrary<Content> = fc.record({
  productName: fc.constantFrom('Mug', 'Oak board', '竹筷子', 'Łyżka'),
  quantity: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 100 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  ),
  cents: fc.integer({ min: 1, max: 99_999 }),
});

const buyer = fc.constantFrom<Who>(0, 1);
const owner = fc.constant('owner' as const);
const anybody = fc.constantFrom<Who>(0, 1, 'operator');

/** Mostly who may, now and then who may not. */
const call = (mutation: Call['mutation'], usual: fc.Arbitrary<Who | 'owner'>): fc.Arbitrary<Step> =>
  fc
    .record({
      mutation: fc.constant(mutation),
      who: fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anybody }),
      // Few orders, so that many calls meet at each item.
      order: fc.nat(7),
      item: fc.nat(2),
      lag: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
      status: fc.constantFrom(...ITEM_STATUSES),
      contents: fc
        .tuple(content, fc.array(content, { maxLength: 2 }))
        .map(([first, more]) => [first, ...more] as const),
    })
    .map((made) => new Make(made));

/** The steps of random walks. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: call('placeOrder', buyer) },
  { weight: 12, arbitrary: call('reportItemStatus', fc.constant('operator')) },
  { weight: 8, arbitrary: call('replaceItem', owner) },
  { weight: 4, arbitrary: call('keepItem', owner) },
  { weight: 4, arbitrary: call('cancelItem', owner) },
  { weight: 1, arbitrary: call('prepareShipment', owner) },
  { weight: 3, arbitrary: fc.nat(100).map((index) => new Repeat(index)) },
);
