import type { Locator, Page } from 'playwright-core';
import { ModifyDialog } from './modify-dialog.js';

/** An item in an expanded order. */
export class ItemRow {
  readonly modifyButton: Locator;
  readonly keepButton: Locator;
  readonly cancelButton: Locator;

  constructor(
    private readonly page: Page,
    readonly row: Locator,
    readonly productName: string,
  ) {
    this.modifyButton = row.getByRole('button', { name: `Modify ${productName}`, exact: true });
    this.keepButton = row.getByRole('button', { name: `Keep as is: ${productName}`, exact: true });
    this.cancelButton = row.getByRole('button', { name: `Cancel item: ${productName}`, exact: true });
  }

  /** Waits until a text stands in the row. */
  async says(text: string): Promise<void> {
    await this.row.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
  }

  async openModify(): Promise<ModifyDialog> {
    await this.modifyButton.click();
    return new ModifyDialog(this.page, this.productName).isOpen();
  }

  async keep(): Promise<void> {
    await this.keepButton.click();
    await this.says('Kept as is');
  }

  /** Presses Cancel item, and again in the question that follows. */
  async cancel(): Promise<void> {
    await this.cancelButton.click();
    const question = this.page.getByRole('dialog', { name: 'Cancel this item?' });
    await question.getByRole('button', { name: 'Cancel item' }).click();
    await question.waitFor({ state: 'hidden' });
  }

  /** Where a text of the row begins, in pixels from the left. */
  async leftOf(text: string): Promise<number> {
    const box = await this.row.getByText(text, { exact: true }).filter({ visible: true }).first().boundingBox();
    if (!box) throw new Error(`“${text}” is not to be seen in the row of ${this.productName}`);
    return box.x;
  }
}
