import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { NoAnswer } from './client.js';
import { inFlight } from './in-flight.js';
import { insist } from './insist.js';
import { type Entry, Ledger } from './ledger.js';
import { type ItemState, type Mutation, newItem, type Person, replacement } from './person.js';
import type { Random } from './random.js';
import { Shelf, type Shelved } from './shelf.js';

const REPORTS = ['PARTIALLY_OOS', 'OOS', 'NO_RESPONSE', 'URL_ERROR', 'NAME_ERROR', 'PRICE_ERROR', 'SPECS_ERROR'];

/** From so many free items on, a buyer places no more orders. */
const ENOUGH_ITEMS = 400;

/** How many things may be without answer at once where a rate is kept. */
const MOST_OPEN = 200;

/** Something to be asked for, the item that was taken for it, and where what comes of it is put. */
interface Task {
  readonly entry: Entry;
  readonly shelf: Shelf;
  readonly shelved?: Shelved;
}

export interface LoadOptions {
  readonly buyers: readonly Person[];
  readonly operator: Person;
  readonly random: Random;
  /** Whether each repeats what got no answer until it has one, instead of leaving it to `settle()`. */
  readonly insists?: boolean;
}

/** Buyers and an operator at work: ordering, reporting, replacing, keeping, cancelling, closing. */
export class Load {
  readonly ledger = new Ledger();
  /** Is told of each success. */
  onSuccess = () => {};
  private readonly shelves: Shelf[];
  private readonly unsettled = new Set<Task>();
  private isRunning = false;
  private workers: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LoadOptions) {
    this.shelves = options.buyers.map(() => new Shelf(options.random));
  }

  /** Begins to work as fast as answers come. */
  start(buyersEach: number, operators: number): void {
    this.isRunning = true;
    const places = this.options.buyers.flatMap((_, index) => Array.from({ length: buyersEach }, () => index));
    this.workers = Promise.all([
      ...places.map((place) => this.work(() => this.buyersTask(place))),
      ...Array.from({ length: operators }, () => this.work(() => this.operatorsTask() ?? this.buyersTask(0))),
    ]);
  }

  /** Lets nobody begin anything more. */
  stop(): void {
    this.isRunning = false;
  }

  /** Waits until everybody has stopped. */
  async stopped(): Promise<void> {
    this.stop();
    await this.workers;
  }

  /**
   * Begins so many things a second, whether or not those before are answered. Only on a machine that cannot bear the
   * rate are they so many that the next ones wait, and what was not begun then is left out. `stop()` ends it.
   */
  startAtRate(perSecond: number): void {
    this.isRunning = true;
    const open = new Set<Promise<void>>();
    const pace = async () => {
      let last = Date.now();
      let due = 0;
      while (this.isRunning) {
        const now = Date.now();
        due = Math.min(due + ((now - last) / 1000) * perSecond, MOST_OPEN);
        last = now;
        for (; due >= 1 && open.size < MOST_OPEN; due -= 1) {
          const one = this.once().finally(() => open.delete(one));
          open.add(one);
        }
        await pause(5);
      }
      await Promise.all(open);
    };
    this.workers = pace();
  }

  /** Places orders, so that there is much to do at once. */
  async stock(ordersEach: number): Promise<void> {
    for (const [place, buyer] of this.options.buyers.entries())
      await inFlight(8, ordersEach, () => this.attempt(this.orderTask(buyer, this.shelves[place] as Shelf)));
  }

  /** One thing, whatever there is to do. */
  private async once(): Promise<void> {
    const place = this.options.random.between(0, this.shelves.length - 1);
    const wantsReport = this.options.random.next() < 0.5;
    await this.attempt((wantsReport && this.operatorsTask()) || this.buyersTask(place));
  }

  /** Insists on all that got no answer, with the same keys. Returns how many that were. */
  async settle(): Promise<number> {
    const tasks = [...this.unsettled];
    await inFlight(20, tasks.length, async (index) => {
      const task = tasks[index] as Task;
      const { person, mutation, input } = task.entry;
      this.conclude(task, (await insist(person, mutation, input)).outcome);
    });
    return tasks.length;
  }

  private async work(nextTask: () => Task): Promise<void> {
    while (this.isRunning) await this.attempt(nextTask());
  }

  private async attempt(task: Task): Promise<void> {
    const { entry } = task;
    this.ledger.entries.push(entry);
    this.unsettled.add(task);
    do {
      try {
        const outcome = await entry.person.tries(entry.mutation, entry.input);
        this.conclude(task, outcome);
        this.onSuccess();
        return;
      } catch (failure) {
        if (!(failure instanceof NoAnswer)) throw failure;
        this.ledger.noteFailure(failure);
        // What refuses connections does so at once, and would be asked without end.
        await pause(5 + Math.random() * 20);
      }
    } while (this.options.insists && this.isRunning);
  }

  private conclude(task: Task, outcome: NonNullable<Entry['outcome']>): void {
    const { entry, shelf, shelved } = task;
    this.unsettled.delete(task);
    this.ledger.note(entry, outcome);
    if (entry.mutation === 'placeOrder' && outcome.order) shelf.addOrder(outcome.order);
    if (shelved) shelf.putBack({ ...shelved, item: outcome.item ?? shelved.item });
  }

  private operatorsTask(): Task | undefined {
    const { operator, random } = this.options;
    const shelf = random.pick(this.shelves);
    const shelved = shelf.take(() => true);
    return shelved && itemTask(operator, shelf, shelved, 'reportItemStatus', { status: random.pick(REPORTS) });
  }

  private buyersTask(place: number): Task {
    const { buyers, random } = this.options;
    const buyer = buyers[place] as Person;
    const shelf = this.shelves[place] as Shelf;
    const chance = random.next();
    const mayOrder = shelf.size < ENOUGH_ITEMS;
    if (chance < 0.03) {
      const orderId = shelf.takeOrder();
      if (orderId) {
        const input = { orderId, idempotencyKey: randomUUID() };
        return { shelf, entry: { person: buyer, mutation: 'prepareShipment', input, orderId } };
      }
    }
    if (chance > 0.25 || !mayOrder) {
      const mutation = random.pick(['replaceItem', 'replaceItem', 'keepItem', 'cancelItem'] as const);
      const shelved = shelf.take(FITS[mutation]);
      if (shelved) {
        const fields = mutation === 'replaceItem' ? replacement(shelved.item, `Jug ${random.between(1, 1e9)}`) : {};
        return itemTask(buyer, shelf, shelved, mutation, fields);
      }
    }
    return this.orderTask(buyer, shelf);
  }

  private orderTask(person: Person, shelf: Shelf): Task {
    const { random } = this.options;
    const names = Array.from({ length: random.between(1, 4) }, () => `Mug ${random.between(1, 1e9)}`);
    const input = { currency: 'GBP', items: names.map(newItem), idempotencyKey: randomUUID() };
    return { shelf, entry: { person, mutation: 'placeOrder', input, itemCount: names.length } };
  }
}

/** What the buyer may do to an item, as far as the server will allow it. */
const FITS = {
  replaceItem: ({ status }: ItemState) => status !== 'PENDING',
  keepItem: ({ status, keptAt }: ItemState) => status !== 'PENDING' && keptAt === null,
  cancelItem: ({ status }: ItemState) => status !== 'CANCELLED',
};

function itemTask(person: Person, shelf: Shelf, shelved: Shelved, mutation: Mutation, fields: object): Task {
  const { id: itemId, revision: expectedRevision } = shelved.item;
  const input = { ...fields, itemId, expectedRevision, idempotencyKey: randomUUID() };
  return { shelf, shelved, entry: { person, mutation, input, itemId, orderId: shelved.orderId } };
}
