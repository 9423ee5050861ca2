import type { Locator, Page } from 'playwright-core';
import { ItemRow } from './item-row.js';
import { ModifyDialog } from './modify-dialog.js';

/** An order in the list. */
export class OrderCard {
  readonly toggle: Locator;
  readonly prepare: Locator;
  private readonly card: Locator;

  constructor(
    private readonly page: Page,
    number: string,
  ) {
    this.toggle = page.getByRole('button', { name: number });
    this.card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: number }) });
    this.prepare = this.card.getByRole('button', { name: 'Prepare shipment' });
  }

  async expand(): Promise<this> {
    await this.toggle.click();
    return this.isExpanded();
  }

  /** Waits until its items are there. */
  async isExpanded(): Promise<this> {
    await this.page.waitForFunction(
      (button) => button?.getAttribute('aria-expanded') === 'true',
      await this.toggle.elementHandle(),
    );
    await this.card.getByRole('region').first().waitFor();
    return this;
  }

  item(productName: string): ItemRow {
    return new ItemRow(this.page, this.card.getByRole('listitem', { name: productName, exact: true }), productName);
  }

  modifyDialog(productName: string): ModifyDialog {
    return new ModifyDialog(this.page, productName);
  }

  /** The names of its items, from top to bottom. */
  async itemNames(): Promise<string[]> {
    // Rows come in slices, and what holds the place of those to come goes with the last.
    await this.card.locator('[style*="--items"]').waitFor({ state: 'detached' });
    const labels = (rows: Element[]) => rows.map((row) => row.getAttribute('aria-label') ?? '');
    return (await this.card.getByRole('listitem').evaluateAll(labels)).filter((name) => name !== '');
  }

  /** Every button by which something could be changed. */
  changeButtons(): Locator {
    return this.card.getByRole('button', { name: /^(Modify|Keep as is|Cancel item|Report|Prepare shipment)/ });
  }

  /** Opens the question before the shipment. */
  async askToPrepare(): Promise<Locator> {
    await this.prepare.click();
    const dialog = this.page.getByRole('dialog', { name: /^Prepare shipment/ });
    await dialog.waitFor();
    return dialog;
  }

  async says(text: string): Promise<void> {
    await this.card.getByText(text).first().waitFor();
  }
}
