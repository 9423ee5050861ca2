import { setTimeout as pause } from 'node:timers/promises';
import type { ItemState, Person } from './person.js';
import type { Random } from './random.js';

const ERRORS = ['OOS', 'NO_RESPONSE', 'URL_ERROR', 'NAME_ERROR', 'REFUNDED'];
const ITEMS_PER_ORDER = 4;

/** People at work on one buyer's orders: an operator reports errors, the buyer puts some right, until told to stop. */
export class MailLoad {
  /** The items of each order, as far as they know. */
  private readonly orders: ItemState[][] = [];
  private running: Promise<void> | undefined;
  private stopping = false;
  reports = 0;
  remedies = 0;

  constructor(
    private readonly buyer: Person,
    private readonly operator: Person,
    private readonly random: Random,
  ) {}

  async placeOrders(count: number): Promise<void> {
    const { email } = this.buyer;
    for (let at = 0; at < count; at += 1) {
      const names = Array.from({ length: ITEMS_PER_ORDER }, (_, line) => `${email} ${at} ${line}`);
      this.orders.push([...(await this.buyer.placeOrder(names)).items]);
    }
  }

  /** Has each report mailed by itself and at once. */
  async wantMailsAtOnce(): Promise<void> {
    await this.buyer.send(
      'mutation { changeMailSettings(input: { orderMails: AT_ONCE, language: EN }) { __typename } }',
    );
  }

  start(): void {
    this.stopping = false;
    this.running = this.work();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      await this.act();
      await pause(this.random.between(0, 30));
    }
  }

  /** One report, or one remedy of what was reported. */
  private async act(): Promise<void> {
    const items = this.random.pick(this.orders);
    const line = this.random.between(0, items.length - 1);
    const item = items[line] as ItemState;
    const isOpen = item.status !== 'PENDING' && item.keptAt === null;
    if (isOpen && this.random.next() < 0.6) {
      items[line] = await this.remedy(item);
      this.remedies += 1;
    } else {
      items[line] = await this.operator.reportItemStatus(item, this.random.pick(ERRORS));
      this.reports += 1;
    }
  }

  private remedy(item: ItemState): Promise<ItemState> {
    return this.random.next() < 0.6 ? this.buyer.replaceItem(item, `${item.productName}'`) : this.buyer.keepItem(item);
  }
}
