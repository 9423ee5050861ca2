import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { OrderCard } from './order-card.js';
import { ROOT } from './root.js';

export interface VisitorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly touch?: boolean;
  readonly colorScheme?: 'light' | 'dark';
}

const RESULTS = join(ROOT, 'e2e/results');

/** Somebody with a window of a browser: what they do on every page, and what they come across. */
export class Visitor {
  /** What the browser complained about, and no script may cause. */
  readonly errors: string[] = [];
  private expected: RegExp | undefined;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async arrive(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
    const { width = 1280, height = 900, touch = false, colorScheme = 'light' } = options;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height },
      colorScheme,
      hasTouch: touch,
      isMobile: touch,
      // Times and money look the same wherever the tests run.
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    context.setDefaultTimeout(45_000);
    return new Visitor(context, await context.newPage());
  }

  async anotherWindow(): Promise<Visitor> {
    return new Visitor(this.context, await this.context.newPage());
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** One click on the sign-in page of a demo. */
  async signInAs(name: 'Bea Buyer' | 'Otto Other' | 'Olga Operator'): Promise<void> {
    await this.page.getByRole('button', { name: `Continue as ${name}` }).click();
    await this.sees('My Orders', 'heading');
  }

  async sees(text: string | RegExp, role?: 'heading' | 'tab' | 'alert' | 'button'): Promise<void> {
    const seen = role ? this.page.getByRole(role, { name: text }) : this.page.getByText(text);
    await seen.filter({ visible: true }).first().waitFor();
  }

  /** The numbers of the orders in the list, from top to bottom. */
  async listedOrders(): Promise<string[]> {
    const toggles = await this.page.getByRole('heading', { level: 2 }).getByRole('button').allInnerTexts();
    return toggles.map((text) => text.split('\n')[0]?.trim() ?? '');
  }

  order(number: string): OrderCard {
    return new OrderCard(this.page, number);
  }

  /** Leaves a mark that only a reload wipes away. */
  async markPage(): Promise<void> {
    await this.page.evaluate(() => Object.assign(window, { notReloaded: true }));
  }

  async wasReloaded(): Promise<boolean> {
    return this.page.evaluate(() => !('notReloaded' in window));
  }

  /** From now on, errors like this one are part of what is tested. */
  expectErrorsLike(expected: RegExp): void {
    this.expected = expected;
  }

  expectNoErrors(): void {
    expect(this.errors.filter((error) => !this.expected?.test(error))).toEqual([]);
  }

  async leavePicture(name: string): Promise<void> {
    if (this.page.isClosed()) return;
    await mkdir(RESULTS, { recursive: true });
    const path = join(RESULTS, `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`);
    // A picture is a help; that there is none must not hide the failure itself.
    await this.page.screenshot({ path, fullPage: true }).catch(() => {});
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
