import type { Browser } from 'playwright-core';
import { Api, type OrderState } from './api.js';
import { launchBrowser } from './browser.js';
import type { FreshDatabase } from './databases.js';
import { Server } from './server.js';
import { Visitor, type VisitorOptions } from './visitor.js';

const STARTS_WITHIN_MS = 60_000;

/** What a test orders of an item; the rest is filled in. */
export interface Wanted {
  readonly productName: string;
  readonly quantity?: number;
  readonly unitPrice?: string;
  readonly specification?: string;
  readonly merchantName?: string;
  /** What the operator reports of it. */
  readonly report?: { readonly status: string; readonly evidence?: object };
}

/** A fresh demo on a database of its own, a browser, and both sides of the API. One for all tests of a `describe`. */
export class Stage {
  server!: Server;
  buyer!: Api;
  operator!: Api;
  private browser!: Browser;
  private database!: FreshDatabase;
  private visitors: Visitor[] = [];

  /** @param environment more settings of the server */
  constructor(createDatabase: () => Promise<FreshDatabase>, environment: Readonly<Record<string, string>> = {}) {
    beforeAll(async () => {
      this.database = await createDatabase();
      // Each as it comes: should the other fail, this one is ended all the same.
      await Promise.all([
        Server.start(this.database.url, environment).then((server) => (this.server = server)),
        launchBrowser().then((browser) => (this.browser = browser)),
      ]);
      this.buyer = await Api.signIn(this.server, 'buyer@demo.example');
      this.operator = await Api.signIn(this.server, 'operator@demo.example');
    }, STARTS_WITHIN_MS);
    afterAll(async () => {
      await this.browser?.close();
      await this.server?.stop();
      await this.database?.drop();
    });
  }

  /**
   * A test in which people visit the page. If it fails, a picture of every window is left in `results/`; at its end no
   * window may have heard of an error that its visitor was not told to expect.
   */
  scene(name: string, play: () => Promise<void>, timeoutMs?: number): void {
    const run = async () => {
      try {
        await play();
        for (const visitor of this.visitors) visitor.expectNoErrors();
      } catch (failure) {
        await Promise.all(this.visitors.map((visitor, index) => visitor.leavePicture(`${name} ${index + 1}`)));
        throw failure;
      } finally {
        await Promise.all(this.visitors.map((visitor) => visitor.leave()));
        this.visitors = [];
      }
    };
    test(name, run, timeoutMs);
  }

  /** Somebody with a browser of their own, not yet on any page. */
  async visitor(options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.browser, this.server.url, options);
    this.visitors.push(visitor);
    return visitor;
  }

  /** The buyer of the demo with My Orders before them, signed in before they came. */
  async visitOfBuyer(options: VisitorOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(options);
    await visitor.context.addCookies(this.buyer.cookies());
    await visitor.goTo('/');
    await visitor.sees('My Orders', 'heading');
    return visitor;
  }

  /** Another window of the same browser. */
  async anotherWindowOf(visitor: Visitor): Promise<Visitor> {
    const window = await visitor.anotherWindow();
    this.visitors.push(window);
    return window;
  }

  /** An order of the demo's buyer, made through the API for one test. */
  async givenOrder(...items: readonly Wanted[]): Promise<OrderState> {
    const order = await this.buyer.placeOrder({
      currency: 'GBP',
      items: items.map(({ report: _, ...item }, line) => ({
        url: `https://harbour-pine.example/p/${line + 1}`,
        quantity: 10,
        unitPrice: '12.50',
        specification: 'Oiled',
        merchantName: 'Harbour & Pine',
        ...item,
      })),
    });
    for (const { productName, report } of items)
      if (report) await this.operator.report(order, productName, report.status, report.evidence);
    return this.buyer.order(order.id);
  }
}
