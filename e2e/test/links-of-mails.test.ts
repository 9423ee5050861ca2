import { barriers } from '../testkit/barriers.js';
import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';

const PHONE = { width: 360, height: 640, touch: true };

describe('a link of a mail', () => {
  const stage = new Stage(freshSqlite);

  stage.scene('leads a phone to Modify by way of the sign-in, and the way back to the order', async () => {
    const placed = await stage.givenOrder({ productName: 'Hat Stand', report: { status: 'OOS' } });
    const itemId = placed.items[0]?.id ?? '';
    const bea = await stage.visitor(PHONE);
    await bea.goTo(`/orders/${placed.id}?modify=${itemId}`);
    await bea.sees('Sign in to go on where you were.');
    await bea.page.reload();
    await bea.page.getByRole('button', { name: 'Continue as Bea Buyer' }).tap();
    const modify = await bea.order(placed.number).modifyDialog('Hat Stand').isOpen();
    await modify.fill({ 'Product Name': 'Coat Rack' });
    await bea.page.reload();
    await modify.isOpen();
    expect(await modify.typed()).toMatchObject({ 'Product Name': 'Coat Rack' });
    await bea.page.goBack();
    await modify.isClosed();
    expect(bea.page.url().endsWith(`/orders/${placed.id}`)).toBe(true);
    await bea.order(placed.number).isExpanded();
    const button = bea.page.getByRole('button', { name: 'Modify Hat Stand' });
    await eventually(async () => expect(await button.evaluate((one) => one === document.activeElement)).toBe(true));
    expect(await stage.buyer.order(placed.id)).toMatchObject({ items: [{ productName: 'Hat Stand', status: 'OOS' }] });
  });

  stage.scene('shows, with the focus on it, what is put right already', async () => {
    const items = Array.from({ length: 30 }, (_, line) => ({ productName: `Peg ${line + 1}` }));
    const placed = await stage.givenOrder(...items);
    const bea = await stage.visitOfBuyer(PHONE);
    await bea.goTo(`/orders/${placed.id}?modify=${placed.items[24]?.id}`);
    await bea.sees('Nothing to put right here any more: this item is Pending.');
    const row = bea.page.getByRole('listitem', { name: 'Peg 25', exact: true });
    await eventually(async () =>
      expect(
        await row.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return one === document.activeElement && top >= 0 && bottom <= window.innerHeight;
        }),
      ).toBe(true),
    );
    expect(await barriers(bea)).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    stage.scene(`ends mails for whoever asks, and shuts nobody out, ${colorScheme}`, async () => {
      const bea = await stage.visitor({ ...PHONE, colorScheme });
      await bea.goTo(`/unsubscribe/${'A'.repeat(43)}`);
      const button = bea.page.getByRole('button', { name: 'Stop mails about orders' });
      await button.waitFor();
      expect(await barriers(bea)).toEqual([]);
      await button.tap();
      await bea.sees('This link does not work.');
      expect(await barriers(bea)).toEqual([]);
      expect(await bea.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    });
  }
});
