import { setTimeout as pause } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';
import type { Visitor } from '../testkit/visitor.js';

/** More presses of Tab than there are things to reach before any of those that the test looks for. */
const MOST_TABS = 40;

describe('by keyboard alone', () => {
  const stage = new Stage(freshSqlite);

  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

  /** Whether a person can see where the focus is: an outline, or for text fields a border of another colour. */
  async function expectVisibleFocus({ page }: Visitor): Promise<void> {
    const isVisible = () =>
      page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return false;
        const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(focused);
        if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) return true;
        // A radio button that is itself invisible shows its focus at its label.
        const label = focused.matches('input[type=radio]') && focused.nextElementSibling;
        if (label && getComputedStyle(label).outlineStyle !== 'none') return true;
        const other = [...document.querySelectorAll('input')].find((input) => input !== focused);
        return focused.matches('input, textarea') && other && getComputedStyle(other).borderColor !== borderColor;
      });
    await eventually(async () => expect(await isVisible()).toBe(true), 2_000).catch(async () => {
      throw new Error(`no visible focus on ${await page.evaluate(() => document.activeElement?.outerHTML)}`);
    });
  }

  /** Presses Tab until a target has the focus, seeing all the way where one is. */
  async function tabTo(visitor: Visitor, target: Locator): Promise<void> {
    await target.waitFor();
    for (let presses = 0; presses < MOST_TABS; presses += 1) {
      if (await hasFocus(target)) return;
      await visitor.page.keyboard.press('Tab');
      await expectVisibleFocus(visitor);
    }
    throw new Error(`Tab does not lead to ${target}`);
  }

  stage.scene('one signs in, expands an order and replaces an item; the focus is never lost', async () => {
    const placed = await stage.givenOrder({ productName: 'Wind Chime', report: { status: 'NAME_ERROR' } });
    const bea = await stage.visitor();
    const { keyboard } = bea.page;
    await bea.goTo('/');
    await tabTo(bea, bea.page.getByRole('button', { name: 'Continue as Bea Buyer' }));
    await keyboard.press('Enter');
    await bea.sees('My Orders', 'heading');
    const order = bea.order(placed.number);
    await tabTo(bea, order.toggle);
    await keyboard.press('Space');
    await order.isExpanded();
    const item = order.item('Wind Chime');
    await tabTo(bea, item.modifyButton);

    await keyboard.press('Enter');
    const modify = await order.modifyDialog('Wind Chime').isOpen();
    await eventually(async () => expect(await hasFocus(modify.field('Product Name'))).toBe(true));
    await expectVisibleFocus(bea);
    await keyboard.press('Escape');
    await modify.isClosed();
    await eventually(async () => expect(await hasFocus(item.modifyButton)).toBe(true));
    await expectVisibleFocus(bea);

    await keyboard.press('Space');
    await modify.isOpen();
    await eventually(async () => expect(await hasFocus(modify.field('Product Name'))).toBe(true));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('Bamboo Chime');
    await tabTo(bea, modify.field('Quantity'));
    await keyboard.press('ControlOrMeta+a');
    await keyboard.type('11');
    await tabTo(bea, modify.submit);
    await keyboard.press('Enter');
    await modify.isClosed();
    await order.item('Bamboo Chime').says('Pending');
    expect(await stage.buyer.item(placed, 'Bamboo Chime')).toMatchObject({ status: 'PENDING', quantity: 11 });
    // The button is gone with the error, so the row has the focus, and Tab goes on from there.
    await eventually(async () => expect(await hasFocus(order.item('Bamboo Chime').row)).toBe(true));
    await keyboard.press('Tab');
    expect(await order.item('Bamboo Chime').row.evaluate((row) => row.contains(document.activeElement))).toBe(true);
  });

  stage.scene('Tab stays in an open dialog, and Escape leads back to the button that asked', async () => {
    const placed = await stage.givenOrder({ productName: 'Sun Dial', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const { keyboard } = bea.page;
    const order = await bea.order(placed.number).expand();
    await tabTo(bea, order.item('Sun Dial').cancelButton);
    await keyboard.press('Enter');
    const question = bea.page.getByRole('dialog', { name: 'Cancel this item?' });
    await question.waitFor();
    const hasTheFocus = () => question.evaluate((dialog) => dialog.contains(document.activeElement));
    await eventually(async () => expect(await hasTheFocus()).toBe(true));
    for (let presses = 0; presses < 5; presses += 1) {
      await keyboard.press('Tab');
      expect(await hasTheFocus()).toBe(true);
    }
    await keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await eventually(async () => expect(await hasFocus(order.item('Sun Dial').cancelButton)).toBe(true));

    await tabTo(bea, order.prepare);
    await keyboard.press('Enter');
    const shipment = bea.page.getByRole('dialog', { name: /^Prepare shipment/ });
    await shipment.waitFor();
    await keyboard.press('Escape');
    await eventually(async () => expect(await hasFocus(order.prepare)).toBe(true));
    expect(await stage.buyer.order(placed.id)).toMatchObject({ state: 'OPEN', items: [{ status: 'OOS' }] });
  });

  stage.scene('a change that arrives live does not take the focus away', async () => {
    const placed = await stage.givenOrder(
      { productName: 'Bird Table', report: { status: 'OOS' } },
      { productName: 'Bird Bath' },
    );
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    await tabTo(bea, order.item('Bird Table').keepButton);
    await stage.operator.report(placed, 'Bird Bath', 'OOS');
    await stage.operator.report(placed, 'Bird Table', 'NO_RESPONSE');
    await order.item('Bird Table').says('No Response');
    expect(await hasFocus(order.item('Bird Table').keepButton)).toBe(true);
  });

  stage.scene('what failed can be pressed again at once', async () => {
    const placed = await stage.givenOrder({ productName: 'Rain Gauge', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    bea.expectErrorsLike(/ERR_FAILED/);
    const { keyboard } = bea.page;
    const order = await bea.order(placed.number).expand();
    const item = order.item('Rain Gauge');
    await item.modifyButton.focus();
    await keyboard.press('Enter');
    const modify = await order.modifyDialog('Rain Gauge').isOpen();
    // As in a tunnel: slow enough for the buttons to be busy.
    await bea.page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation')) return route.continue();
      await pause(300);
      await route.abort();
    });
    await modify.submit.focus();
    await keyboard.press('Enter');
    await bea.sees('We got no answer');
    await eventually(async () => expect(await hasFocus(modify.submit)).toBe(true));
    await keyboard.press('Escape');
    await modify.isClosed();
    await item.keepButton.focus();
    await keyboard.press('Enter');
    await bea.page.getByRole('alert').filter({ hasText: 'We got no answer' }).waitFor();
    expect(await hasFocus(item.keepButton)).toBe(true);
    await bea.page.unroute('**/graphql');
    await keyboard.press('Enter');
    await eventually(async () => expect((await stage.buyer.item(placed, 'Rain Gauge')).keptAt).not.toBeNull());
  });

  stage.scene('“Skip to content” is the first stop, and leads there', async () => {
    const bea = await stage.visitOfBuyer();
    await bea.page.reload();
    await bea.sees('My Orders', 'heading');
    await bea.page.keyboard.press('Tab');
    expect(await hasFocus(bea.page.getByRole('link', { name: 'Skip to content' }))).toBe(true);
    await expectVisibleFocus(bea);
    await bea.page.keyboard.press('Enter');
    await tabTo(bea, bea.page.getByRole('searchbox', { name: 'Search orders' }));
  });
});
