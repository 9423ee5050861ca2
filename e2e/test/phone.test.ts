import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';
import type { Visitor } from '../testkit/visitor.js';

const PHONE = { width: 360, height: 740, touch: true };

describe('on a phone of 360 x 740', () => {
  const stage = new Stage(freshSqlite);

  /** Nothing sticks out to the right, on the page or in the dialog over it. */
  async function expectFits({ page }: Visitor, most = PHONE.width): Promise<void> {
    const width = await page.evaluate(() => {
      const boxes = [document.documentElement, ...document.querySelectorAll('[role="dialog"], [role="dialog"] *')];
      const ends = boxes.filter((box) => box.checkVisibility()).map((box) => box.getBoundingClientRect().right);
      return Math.ceil(Math.max(document.documentElement.scrollWidth, ...ends));
    });
    expect(width).toBeLessThanOrEqual(most);
  }

  stage.scene('every screen fits', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitor(PHONE);
    await bea.goTo('/');
    await bea.sees('Try the demo', 'heading');
    await expectFits(bea);
    await bea.signInAs('Bea Buyer');
    await bea.order(demo.number).toggle.waitFor();
    await expectFits(bea);
    const order = await bea.order(demo.number).expand();
    await expectFits(bea);
    const modify = await order.item('USB-C Desk Lamp').openModify();
    await expectFits(bea);
    await modify.dialog.getByRole('button', { name: 'Close' }).tap();
    await modify.isClosed();
    const question = await order.askToPrepare();
    await expectFits(bea);
    await question.getByRole('button', { name: 'Go back' }).tap();
    await question.waitFor({ state: 'detached' });
    await bea.page.getByRole('tab', { name: 'Status guide' }).tap();
    await bea.sees('MOQ Required');
    await expectFits(bea);

    const olga = await stage.visitor(PHONE);
    await olga.goTo('/');
    await olga.signInAs('Olga Operator');
    await olga.order(demo.number).expand();
    await expectFits(olga);
    await olga.page.getByRole('button', { name: 'Report Oak Serving Board' }).tap();
    await olga.page.getByRole('dialog', { name: 'Report Oak Serving Board' }).waitFor();
    await expectFits(olga);
  });

  stage.scene('what is said of mails fits the narrowest phone', async () => {
    const narrow = { ...PHONE, width: 320 };
    const olga = await stage.visitor(narrow);
    await olga.goTo('/');
    await olga.signInAs('Olga Operator');
    await olga.goTo('/mails');
    await olga.sees('Not delivered');
    await expectFits(olga, narrow.width);
    const bea = await stage.visitOfBuyer(narrow);
    await bea.goTo('/account#mails');
    await bea.sees('Language of your mails');
    await expectFits(bea, narrow.width);
  });

  stage.scene('what became of a press is in sight, however long the form is', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitor(PHONE);
    await bea.goTo('/');
    await bea.signInAs('Bea Buyer');
    const order = await bea.order(demo.number).expand();
    const { dialog } = await order.item('White Hanging Heart T-Light Holder').openModify();
    bea.expectErrorsLike(/ERR_INTERNET_DISCONNECTED/);
    await bea.page.context().setOffline(true);
    const button = dialog.getByRole('button', { name: 'Modify', exact: true });
    await button.tap();
    const word = dialog.getByRole('alert').filter({ hasText: /No answer|Not sent/ });
    await word.waitFor();
    // What lies over it would be hit in its place.
    const isSeen = (place: number) =>
      word.evaluate((alert, share) => {
        const { left, top, width, height } = alert.getBoundingClientRect();
        return alert.contains(document.elementFromPoint(left + width / 2, top + 4 + (height - 8) * share));
      }, place);
    for (const place of [0, 0.5, 1]) await eventually(async () => expect(await isSeen(place)).toBe(true));
    await button.click({ trial: true });
    await bea.page.context().setOffline(false);
  });

  stage.scene('the longest words that a seller may use do not push the page apart', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(7);
    const placed = await stage.givenOrder({
      productName: long,
      specification: long,
      merchantName: long.slice(0, 120),
      quantity: 100_000,
      unitPrice: '999999.99',
      report: { status: 'OOS', evidence: { note: long } },
    });
    const bea = await stage.visitOfBuyer(PHONE);
    const order = await bea.order(placed.number).expand();
    await expectFits(bea);
    await order.item(long).openModify();
    await expectFits(bea);

    const olga = await stage.visitor(PHONE);
    await olga.context.addCookies(stage.operator.cookies());
    await olga.goTo('/');
    await olga.order(placed.number).expand();
    await olga.page.getByRole('button', { name: `Report ${long}` }).tap();
    await olga.page.getByRole('radio', { name: 'Specs Error' }).check();
    await expectFits(olga);
  });

  stage.scene('a buyer replaces one item and keeps another, by touch', async () => {
    const placed = await stage.givenOrder(
      { productName: 'Tea Strainer', report: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '14.00' } } },
      { productName: 'Tea Caddy', report: { status: 'NO_RESPONSE' } },
    );
    const bea = await stage.visitor(PHONE);
    await bea.goTo('/');
    await bea.page.getByRole('button', { name: 'Continue as Bea Buyer' }).tap();
    const order = bea.order(placed.number);
    await order.toggle.tap();
    await order.isExpanded();
    await order.item('Tea Strainer').says('now £14.00, you gave £12.50');

    await order.item('Tea Strainer').modifyButton.tap();
    const dialog = bea.page.getByRole('dialog', { name: 'Modify Tea Strainer' });
    await dialog.getByRole('button', { name: 'Use price £14.00' }).tap();
    await dialog.getByRole('button', { name: 'Modify', exact: true }).tap();
    await order.item('Tea Strainer').says('Pending');
    await order.item('Tea Caddy').keepButton.tap();
    await order.item('Tea Caddy').says('Kept as is');
    expect(await stage.buyer.order(placed.id)).toMatchObject({
      attentionCount: 0,
      items: [
        { status: 'PENDING', unitPrice: '14.00' },
        { status: 'NO_RESPONSE', keptAt: expect.any(String) },
      ],
    });
  });

  stage.scene('an order keeps its height while one scrolls to its end', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitOfBuyer(PHONE);
    const order = await bea.order(demo.number).expand();
    const names = await order.itemNames();
    const height = () => bea.page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    for (const name of names) {
      await order.item(name).row.scrollIntoViewIfNeeded();
      await bea.page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await height()).toBe(before);
    }
  });

  stage.scene('everything that one presses on an item is large enough for a thumb', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitOfBuyer(PHONE);
    const order = await bea.order(demo.number).expand();
    const { row, modifyButton, keepButton, cancelButton } = order.item('Oak Serving Board');
    await row.scrollIntoViewIfNeeded();
    for (const button of [modifyButton, keepButton, cancelButton])
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(40);
  });
});
