import type { ItemState, OrderState } from './person.js';
import type { Random } from './random.js';

/** An item, and the order that it is in. */
export interface Shelved {
  readonly orderId: string;
  readonly item: ItemState;
}

/**
 * The items of one buyer that nobody is busy with. Whoever wants to change one takes it and puts it back as it is then,
 * so that a refusal or a conflict can only be a fault of the server.
 */
export class Shelf {
  private readonly free: Shelved[] = [];
  /** How many items of an order are free, and how many it has. */
  private readonly orders = new Map<string, { free: number; readonly all: number }>();

  constructor(private readonly random: Random) {}

  addOrder({ id, items }: OrderState): void {
    this.orders.set(id, { free: 0, all: items.length });
    for (const item of items) this.putBack({ orderId: id, item });
  }

  putBack(shelved: Shelved): void {
    const order = this.orders.get(shelved.orderId);
    if (!order) return;
    order.free += 1;
    this.free.push(shelved);
  }

  /** Takes any item of this kind, if one is free. Looks at a few only, because it is asked all the time. */
  take(fits: (item: ItemState) => boolean): Shelved | undefined {
    for (let attempt = 0; attempt < 10 && this.free.length > 0; attempt += 1) {
      const index = this.random.between(0, this.free.length - 1);
      const shelved = this.free[index];
      if (shelved && fits(shelved.item)) {
        this.remove(index);
        return shelved;
      }
    }
    return undefined;
  }

  /** Takes a whole order out for good, if nobody is busy with any of its items. */
  takeOrder(): string | undefined {
    const { orderId } = this.free.length > 0 ? this.random.pick(this.free) : {};
    const order = orderId === undefined ? undefined : this.orders.get(orderId);
    if (!order || order.free < order.all) return undefined;
    for (let index = this.free.length - 1; index >= 0; index -= 1)
      if (this.free[index]?.orderId === orderId) this.remove(index);
    this.orders.delete(orderId as string);
    return orderId;
  }

  get size(): number {
    return this.free.length;
  }

  private remove(index: number): void {
    const [shelved] = this.free.splice(index, 1);
    const order = shelved && this.orders.get(shelved.orderId);
    if (order) order.free -= 1;
  }
}
