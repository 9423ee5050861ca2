import type { Locator } from 'playwright-core';
import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';
import type { VisitorOptions } from '../testkit/visitor.js';

const PHONE = { width: 360, height: 740, touch: true };
const NARROW_PHONE = { width: 320, height: 640, touch: true };
/** What is left of 1280 x 800 for somebody who reads at 200 %. */
const ZOOMED = { width: 640, height: 400 };
const SIZES: readonly VisitorOptions[] = [PHONE, NARROW_PHONE, ZOOMED];

describe('the forms of the dialogs', () => {
  const stage = new Stage(freshSqlite);

  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const topOf = async (target: Locator) => (await target.boundingBox())?.y ?? Number.NaN;

  /** From its upper to its lower edge, with nothing lying over it. */
  function isInSight(target: Locator): Promise<boolean> {
    return target.evaluate((element) => {
      const { left, width, top, bottom } = element.getBoundingClientRect();
      return [top + 3, bottom - 3].every((y) => element.contains(document.elementFromPoint(left + width / 2, y)));
    });
  }

  /** Soon: dialogs move a little while they open, and learn the height of their footer. */
  function comesInSight(target: Locator, size?: VisitorOptions): Promise<void> {
    return eventually(async () => expect([size, await isInSight(target)]).toEqual([size, true]), 5_000);
  }

  stage.scene('Modify opens with the field in sight that it begins at', async () => {
    const note = 'The seller has looked for it in both of their shops and will ask the maker. '.repeat(4);
    const placed = await stage.givenOrder(
      { productName: 'Oak Bench', report: { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 4, note } } },
      { productName: 'Oak Chair', report: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '15.80' } } },
      {
        productName: 'Oak Table',
        report: { status: 'SPECS_ERROR', evidence: { availableSpecifications: ['Raw', 'Waxed', 'Black'] } },
      },
    );
    const fields = {
      'Oak Bench': 'Quantity',
      'Oak Chair': 'Unit Price',
      'Oak Table': 'Product Specification',
    } as const;
    for (const size of SIZES) {
      const bea = await stage.visitOfBuyer(size);
      const order = await bea.order(placed.number).expand();
      for (const [name, label] of Object.entries(fields)) {
        const modify = await order.item(name).openModify();
        await eventually(async () => expect(await hasFocus(modify.field(label))).toBe(true));
        await comesInSight(modify.field(label), size);
        await bea.page.keyboard.press('Escape');
        await modify.isClosed();
      }
    }
  });

  stage.scene('what changes live leaves the field where it is that somebody types in', async () => {
    const placed = await stage.givenOrder(
      ...['Elm Bench', 'Elm Chair'].map((productName) => ({
        productName,
        report: {
          status: 'PARTIALLY_OOS',
          evidence: { availableQuantity: 4, note: 'The rest comes in three weeks, or in four.' },
        },
      })),
    );
    // The form is a little higher than this; where it were not, there would be nowhere to scroll to.
    const bea = await stage.visitOfBuyer({ ...PHONE, height: 660 });
    const order = await bea.order(placed.number).expand();
    for (const [name, label] of [
      ['Elm Bench', 'Quantity'],
      ['Elm Chair', 'Product Specification'],
    ] as const) {
      const modify = await order.item(name).openModify();
      await eventually(async () => expect(await hasFocus(modify.field('Quantity'))).toBe(true));
      await modify.field(label).focus();
      await bea.page.keyboard.type('9');
      const before = await topOf(modify.field(label));
      const note = 'They sell by fifty only. Ask for another colour and they may sell less.';
      await stage.operator.report(placed, name, 'MOQ_REQUIRED', { minimumQuantity: 50, note });
      await modify.says('This item has changed while you were here');
      expect(Math.abs((await topOf(modify.field(label))) - before)).toBeLessThan(2);
      await comesInSight(modify.field(label));
      await bea.page.keyboard.press('Escape');
      await modify.isClosed();
    }
  });

  /** The operator before the form in which an item is reported. */
  async function openReport(size: VisitorOptions, productName: string) {
    const placed = await stage.givenOrder({ productName, quantity: 24, specification: 'Oak, oiled' });
    const olga = await stage.visitor(size);
    await olga.context.addCookies(stage.operator.cookies());
    await olga.goTo('/');
    await olga.order(placed.number).expand();
    await olga.page.getByRole('button', { name: `Report ${productName}` }).click();
    const dialog = olga.page.getByRole('dialog', { name: `Report ${productName}` });
    const status = (name: string) => dialog.getByRole('radio', { name, exact: true });
    await eventually(async () => expect(await hasFocus(status('Pending'))).toBe(true));
    return { placed, olga, dialog, status, press: () => dialog.getByRole('button', { name: 'Report' }).click() };
  }

  stage.scene('Report shows what it asks for with a status, and leaves the focus at the statuses', async () => {
    const asked = {
      'Partially OOS': 'Quantity available',
      'MOQ Required': 'Minimum order quantity',
      'Price Error': 'Present unit price',
      'Specs Error': 'Specifications on sale',
    };
    for (const size of SIZES) {
      const { olga, dialog, status } = await openReport(size, `Ash Tray ${size.width}`);
      let shown = 0;
      for (let presses = 0; shown < 4 && presses < 11; presses += 1) {
        await olga.page.keyboard.press('ArrowDown');
        for (const [name, label] of Object.entries(asked)) {
          if (!(await status(name).isChecked())) continue;
          shown += 1;
          const inSight = async () => [await isInSight(dialog.getByLabel(label)), await isInSight(status(name))];
          await eventually(
            async () => expect([size, name, await inSight()]).toEqual([size, name, [true, true]]),
            5_000,
          );
          expect(await hasFocus(status(name))).toBe(true);
        }
      }
      expect(shown).toBe(4);
      await olga.page.keyboard.press('Tab');
      expect(await hasFocus(dialog.getByLabel(asked['Specs Error']))).toBe(true);
    }
  });

  stage.scene('Report leads to what is wrong, and shows what that is', async () => {
    for (const size of SIZES) {
      const { dialog, status, press } = await openReport(size, `Ash Box ${size.width}`);
      await dialog.getByLabel('Note to the buyer').fill('See their page.');
      await press();
      await eventually(async () => expect(await hasFocus(status('Pending'))).toBe(true));
      const words = dialog.getByText('Choose what happened.');
      await comesInSight(words, size);
      await comesInSight(status('Pending'), size);

      await status('MOQ Required').check();
      const quantity = dialog.getByLabel('Minimum order quantity');
      await quantity.fill('many');
      await quantity.press('Enter');
      const problem = dialog.getByText('Must be a whole number.');
      await comesInSight(problem, size);
      await comesInSight(quantity, size);
    }
  });

  stage.scene('Report comes again with a reload, as it was filled in and at what was chosen', async () => {
    const { olga, dialog, status, press, placed } = await openReport(PHONE, 'Ash Pan');
    await status('Specs Error').check();
    await dialog.getByLabel('Specifications on sale').fill('Raw\nWaxed');
    await dialog.getByLabel('Note to the buyer').fill('Waxed is dearer.');
    await olga.page.reload();
    await eventually(async () => expect(await hasFocus(status('Specs Error'))).toBe(true));
    expect(await status('Specs Error').isChecked()).toBe(true);
    await comesInSight(status('Specs Error'));
    await comesInSight(dialog.getByLabel('Specifications on sale'));
    expect(await dialog.getByLabel('Specifications on sale').inputValue()).toBe('Raw\nWaxed');
    expect(await dialog.getByLabel('Note to the buyer').inputValue()).toBe('Waxed is dearer.');
    await press();
    await dialog.waitFor({ state: 'detached' });
    expect(await stage.buyer.item(placed, 'Ash Pan')).toMatchObject({ status: 'SPECS_ERROR' });
  });

  stage.scene(
    'a form that fills the screen says that the connection is lost, and covers no field with it',
    async () => {
      const note = 'The rest comes in three weeks, or in four.';
      const placed = await stage.givenOrder({
        productName: 'Elm Stool',
        report: { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 4, note } },
      });
      const bea = await stage.visitOfBuyer({ ...PHONE, height: 660 });
      bea.expectErrorsLike(/ERR_INTERNET_DISCONNECTED/);
      const modify = await (await bea.order(placed.number).expand()).item('Elm Stool').openModify();
      await modify.field('Product Specification').focus();
      await bea.context.setOffline(true);
      const words = modify.dialog.getByText('You are offline. What you see may be out of date.');
      await words.waitFor();
      await comesInSight(words);
      await comesInSight(modify.field('Product Specification'));
      // Said aloud it is once, by the page.
      expect(await words.evaluate((word) => word.closest('[role="status"], [role="alert"], [aria-live]'))).toBeNull();
      const saidAloud = bea.page.getByRole('status').filter({ hasText: 'You are offline.' });
      await eventually(async () => expect(await saidAloud.count()).toBe(1));
      await bea.context.setOffline(false);
      await modify.says('Connected again. Everything is up to date.');
      await words.waitFor({ state: 'detached' });
      expect(await hasFocus(modify.field('Product Specification'))).toBe(true);
    },
  );

  stage.scene('a live change that is told out of sight is a press away', async () => {
    const placed = await stage.givenOrder({
      productName: 'Elm Shelf',
      report: { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 4 } },
    });
    const bea = await stage.visitOfBuyer(ZOOMED);
    const modify = await (await bea.order(placed.number).expand()).item('Elm Shelf').openModify();
    await modify.field('Product Specification').focus();
    await stage.operator.report(placed, 'Elm Shelf', 'MOQ_REQUIRED', { minimumQuantity: 50 });
    const title = modify.dialog.getByText('This item has changed while you were here');
    const see = modify.dialog.getByRole('button', { name: 'See what has changed' });
    await see.waitFor();
    expect(await isInSight(title)).toBe(false);
    expect(await hasFocus(modify.field('Product Specification'))).toBe(true);
    await see.click();
    await see.waitFor({ state: 'detached' });
    await comesInSight(title);
    expect(await modify.dialog.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  });
});
