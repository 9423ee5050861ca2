import type { Mutation } from '../testkit/person.js';

// What the API must answer and what becomes of the orders, told again from the rules as people know them. It knows
// nothing of how the API comes to that.

/** Who acts: one of two buyers, or the operator. */
export type Who = 0 | 1 | 'operator';

export interface Content {
  readonly productName: string;
  /** 0 is not valid. */
  readonly quantity: number;
  readonly cents: number;
}

/** One call, by places and not by ids: the order and the item are meant modulo how many there are. */
export interface Call {
  readonly mutation: Mutation;
  readonly who: Who;
  readonly order: number;
  readonly item: number;
  /** How far the revision that is expected is from the true one. */
  readonly lag: number;
  readonly status: string;
  /** What is ordered, or, the first of it, what replaces. */
  readonly contents: readonly [Content, ...Content[]];
}

export interface ModelItem extends Content {
  status: string;
  kept: boolean;
  revision: number;
}

export interface ModelOrder {
  readonly owner: Who;
  closed: boolean;
  readonly items: ModelItem[];
}

const REFUNDS = ['REFUNDED', 'CANCELLED'];

/** Which items each action is for, and what it makes of them. */
const ITEM_ACTIONS: Partial<Record<Mutation, { fits(item: ModelItem): boolean; act(call: Call): Partial<ModelItem> }>> =
  {
    reportItemStatus: { fits: () => true, act: ({ status }) => ({ status, kept: false }) },
    replaceItem: {
      fits: ({ status }) => status !== 'PENDING',
      act: ({ contents: [content] }) => ({ ...content, status: 'PENDING', kept: false }),
    },
    keepItem: { fits: ({ status, kept }) => status !== 'PENDING' && !kept, act: () => ({ kept: true }) },
    cancelItem: { fits: ({ status }) => !REFUNDS.includes(status), act: () => ({ status: 'CANCELLED', kept: true }) },
  };

const UNFIT: Partial<Record<Mutation, string>> = {
  replaceItem: 'ItemNotReplaceable',
  keepItem: 'ItemNotKeepable',
  cancelItem: 'ItemNotCancellable',
};

export class Model {
  readonly orders: ModelOrder[] = [];

  /** What the call is about. */
  target({ order, item }: Pick<Call, 'order' | 'item'>): { order: ModelOrder; item: ModelItem } {
    const found = this.orders[order % this.orders.length] as ModelOrder;
    return { order: found, item: found.items[item % found.items.length] as ModelItem };
  }

  /** Does what the call wants, or nothing, and says which member of the mutation's union must come back. */
  answer(call: Call): string {
    const { mutation, who, contents } = call;
    const success = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Success`;
    const invalid = contents.some(({ quantity }) => quantity === 0);
    if (mutation === 'placeOrder') {
      if (who === 'operator') return 'NotPermitted';
      if (invalid) return 'InvalidInput';
      const items = contents.map((content) => ({ ...content, status: 'PENDING', kept: false, revision: 1 }));
      this.orders.push({ owner: who, closed: false, items });
      return success;
    }
    const { order, item } = this.target(call);
    if (who !== 'operator' && who !== order.owner) return 'NotFound';
    if ((who === 'operator') !== (mutation === 'reportItemStatus')) return 'NotPermitted';
    if (order.closed) return 'OrderClosed';
    const action = ITEM_ACTIONS[mutation];
    if (!action) {
      order.closed = true;
      return success;
    }
    if (mutation === 'replaceItem' && contents[0].quantity === 0) return 'InvalidInput';
    if (call.lag !== 0) return 'ItemRevisionConflict';
    if (!action.fits(item)) return UNFIT[mutation] ?? 'no such error';
    Object.assign(item, action.act(call), { revision: item.revision + 1 });
    return success;
  }
}

/** What the API must tell of an order. */
export function viewOf({ closed, items }: ModelOrder) {
  const total = items.reduce(
    (sum, { status, cents, quantity }) => sum + (REFUNDS.includes(status) ? 0 : cents * quantity),
    0,
  );
  return {
    state: closed ? 'CLOSED' : 'OPEN',
    attentionCount: closed ? 0 : items.filter(({ status, kept }) => status !== 'PENDING' && !kept).length,
    total: money(total),
    items: items.map(({ status, kept, revision, productName, quantity, cents }) => {
      return { status, kept, revision, productName, quantity, unitPrice: money(cents) };
    }),
  };
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}
