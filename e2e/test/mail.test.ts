import { databases } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';

const BUYER = 'buyer@demo.example';

describe.each(databases)('a mail about an order, on %s', (_name, createDatabase) => {
  const stage = new Stage(createDatabase, { MAIL_DIGEST_QUIET_SECONDS: '1', MAIL_DIGEST_MAX_SECONDS: '3' });

  /** Where the mail about an order leads from an item. */
  async function linkTo(order: { readonly number: string }, itemId: string): Promise<string> {
    const { text, html } = await stage.server.mailTo(BUYER, new RegExp(order.number));
    const link = text.split(/\s/).find((word) => word.endsWith(`?modify=${itemId}`));
    if (!link) throw new Error(`no link to ${itemId} in ${text}`);
    // Whoever presses the button gets where whoever reads the text gets.
    expect(html).toContain(`href="${link}"`);
    return link.slice(stage.server.url.length);
  }

  stage.scene('comes after a report, and its link opens Modify on the very item, after sign-in', async () => {
    const placed = await stage.givenOrder(
      { productName: 'Walnut Bowl' },
      { productName: 'Oak Tray', quantity: 40 },
      { productName: 'Ash Spoon' },
    );
    const [, tray, spoon] = placed.items;
    // At once, or there might be a mail for each.
    await Promise.all([
      stage.operator.report(placed, 'Oak Tray', 'PARTIALLY_OOS', { availableQuantity: 12 }),
      stage.operator.report(placed, 'Ash Spoon', 'OOS'),
    ]);

    const { text } = await stage.server.mailTo(BUYER, new RegExp(placed.number));
    for (const said of ['Harbour & Pine', 'Oak Tray', 'Oiled', 'Partially OOS', '12 of 40 available', 'Ash Spoon'])
      expect(text).toContain(said);
    expect(text).not.toContain('Walnut Bowl');

    const bea = await stage.visitor({ width: 360, height: 740, touch: true });
    await bea.goTo(await linkTo(placed, tray?.id ?? ''));
    await bea.signInAs('Bea Buyer');
    const order = bea.order(placed.number);
    const modify = await order.modifyDialog('Oak Tray').isOpen();
    expect((await modify.typed()).Quantity).toBe('40');
    // Nothing has changed by that.
    expect(await stage.buyer.order(placed.id)).toMatchObject({ attentionCount: 2 });
    await modify.fill({ Quantity: '12' });
    await modify.press();
    await modify.isClosed();
    await order.item('Oak Tray').says('Pending');
    expect(await stage.buyer.item(placed, 'Oak Tray')).toMatchObject({ status: 'PENDING', quantity: 12 });

    // The same mail, opened again: this one is put right, the other is not.
    await bea.goTo(await linkTo(placed, tray?.id ?? ''));
    await bea.sees(/Nothing to put right here any more/);
    await bea.goTo(await linkTo(placed, spoon?.id ?? ''));
    await order.modifyDialog('Ash Spoon').isOpen();
  });

  stage.scene('is ended by its own link, after asking', async () => {
    const placed = await stage.givenOrder({ productName: 'Walnut Bowl', report: { status: 'OOS' } });
    const { text } = await stage.server.mailTo(BUYER, new RegExp(placed.number));
    const path = /\/unsubscribe\/[\w-]+/.exec(text)?.[0] ?? '';
    const bea = await stage.visitor({ width: 360, height: 740, touch: true });
    await bea.goTo(path);
    await bea.page.getByRole('button', { name: 'Stop mails about orders' }).click();
    await bea.sees('Mails about orders have ended');
  });
});
