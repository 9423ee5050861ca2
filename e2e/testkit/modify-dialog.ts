import type { Locator, Page } from 'playwright-core';

const FIELDS = ['URL', 'Product Name', 'Quantity', 'Unit Price', 'Product Specification'] as const;
export type FieldLabel = (typeof FIELDS)[number];

/** The form in which an item is replaced. */
export class ModifyDialog {
  readonly dialog: Locator;
  readonly submit: Locator;

  constructor(page: Page, productName: string) {
    this.dialog = page.getByRole('dialog', { name: `Modify ${productName}`, exact: true });
    this.submit = this.dialog.getByRole('button', { name: 'Modify', exact: true });
  }

  async isOpen(): Promise<this> {
    await this.submit.waitFor();
    return this;
  }

  async isClosed(): Promise<void> {
    await this.dialog.waitFor({ state: 'detached' });
  }

  field(label: FieldLabel): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  async fill(fields: Partial<Record<FieldLabel, string>>): Promise<this> {
    for (const [label, text] of Object.entries(fields)) await this.field(label as FieldLabel).fill(text);
    return this;
  }

  /** What the fields hold. */
  async typed(): Promise<Record<string, string>> {
    const entries = FIELDS.map(async (label) => [label, await this.field(label).inputValue()]);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** What is said to be wrong with a field, to a person who sees as well as to one who listens. */
  async problemOf(label: FieldLabel): Promise<string> {
    return this.field(label).evaluate((input) => {
      if (input.getAttribute('aria-invalid') !== 'true') return '';
      const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
      const texts = ids.map((id) => document.getElementById(id)).filter((element) => element?.checkVisibility());
      return texts.map((element) => element?.textContent ?? '').join(' ');
    });
  }

  async says(text: string | RegExp): Promise<void> {
    await this.dialog.getByText(text).first().waitFor();
  }

  async press(): Promise<void> {
    await this.submit.click();
  }
}
