import { freshSqlite } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';

describe('what the page says of an item', () => {
  const stage = new Stage(freshSqlite);

  stage.scene('orders and items that need the buyer come first to the eye', async () => {
    const bea = await stage.visitOfBuyer();
    await bea.order((await stage.buyer.orderWith('Oak Serving Board')).number).toggle.waitFor();
    const toggles = await bea.page.getByRole('heading', { level: 2 }).getByRole('button').allInnerTexts();
    const needy = toggles.map((text) => /\d+ needs? you/.test(text));
    expect(needy.slice(0, 3)).toEqual([true, true, true]);
    expect(needy.slice(3)).not.toContain(true);

    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const order = await bea.order(demo.number).expand();
    const names = await order.itemNames();
    expect([...names].sort()).toEqual(demo.items.map(({ productName }) => productName).sort());
    // Of two items of one merchant, the one to decide on stands above.
    expect(names.indexOf('Oak Serving Board')).toBeLessThan(names.indexOf('Linen Tea Towel'));
    expect(names.at(-1)).toBe('大红袍 乌龙茶 250g');
  });

  stage.scene('the evidence stands next to the status, in words', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(demo.number).expand();
    await order.item('Oak Serving Board').says('now £15.80, you gave £12.50');
    await order.item('White Hanging Heart T-Light Holder').says('12 of 40 available');
    await order.item('White Hanging Heart T-Light Holder').says('“The rest is expected in three weeks.”');
    await order.item('按动中性笔 0.5mm（12支装）').says('minimum 50, you ordered 20');
    await order.item('USB-C Desk Lamp').says('available: White, Black, Sand');
  });

  stage.scene('what was written in several lines stands in several lines', async () => {
    const placed = await stage.givenOrder({
      productName: 'Slate Tray',
      specification: 'Black\nWith handles',
      report: { status: 'OOS', evidence: { note: 'Sold out.\r\nThe next come in May.' } },
    });
    const bea = await stage.visitOfBuyer();
    const { row } = (await bea.order(placed.number).expand()).item('Slate Tray');
    expect(await row.getByText('With handles').allInnerTexts()).toEqual(['Black\nWith handles']);
    await row.getByRole('button', { name: 'History of Slate Tray' }).click();
    const notes = row.getByText('Sold out.');
    await notes.nth(1).waitFor();
    for (const note of await notes.allInnerTexts()) expect(note).toMatch(/Sold out\. ?\nThe next come in May\./);
  });

  stage.scene('the largest total stands in one line, and pushes nothing apart', async () => {
    const placed = await stage.givenOrder({ productName: 'Gold Leaf', quantity: 100_000, unitPrice: '999999.99' });
    const bea = await stage.visitOfBuyer();
    const { row } = (await bea.order(placed.number).expand()).item('Gold Leaf');
    const total = row.getByText('= £99,999,999,000.00');
    const lines = await total.evaluate(
      (text) => text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight),
    );
    expect(Math.round(lines)).toBe(1);
    const [all, seen] = await row.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(all).toBe(seen);
  });

  stage.scene('one click in the dialog takes over what the evidence suggests, and sends nothing yet', async () => {
    const placed = await stage.givenOrder(
      { productName: 'Pine Shelf', report: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '15.80' } } },
      { productName: 'Pine Stool', report: { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 4 } } },
      { productName: 'Pine Frame', report: { status: 'SPECS_ERROR', evidence: { availableSpecifications: ['Raw'] } } },
    );
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    const fixes = [
      ['Pine Shelf', 'Use price £15.80', 'Unit Price', '15.80'],
      ['Pine Stool', 'Set quantity to 4', 'Quantity', '4'],
      ['Pine Frame', 'Use “Raw”', 'Product Specification', 'Raw'],
    ] as const;
    for (const [name, fix, field, value] of fixes) {
      const modify = await order.item(name).openModify();
      const before = await modify.typed();
      await modify.dialog.getByRole('button', { name: fix }).click();
      expect(await modify.typed()).toEqual({ ...before, [field]: value });
      expect((await stage.buyer.item(placed, name)).status).not.toBe('PENDING');
      await modify.press();
      await modify.isClosed();
      await order.item(name).says('Pending');
    }
    expect((await stage.buyer.order(placed.id)).items).toMatchObject([
      { unitPrice: '15.80', status: 'PENDING' },
      { quantity: 4, status: 'PENDING' },
      { specification: 'Raw', status: 'PENDING' },
    ]);
  });

  stage.scene('what is wrong is said at its field while one types, and nothing is sent', async () => {
    const placed = await stage.givenOrder({ productName: 'Reed Basket', report: { status: 'OOS' } });
    const before = await stage.buyer.order(placed.id);
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    const modify = await order.item('Reed Basket').openModify();
    const sent: string[] = [];
    bea.page.on('request', (request) => {
      // The page may ask for what else is in sight meanwhile.
      const { query = '' } = request.postDataJSON() ?? {};
      if (query.startsWith('mutation')) sent.push(query);
    });

    const wrong = [
      ['URL', 'ftp://reed.example/basket', 'Must be a whole link, without spaces, that begins with'],
      ['Product Name', '', 'Please fill this in.'],
      ['Quantity', '1.5', 'Must be a whole number.'],
      ['Unit Price', '12.505', 'GBP has at most 2 decimals.'],
    ] as const;
    for (const [label, text, problem] of wrong) {
      await modify.fill({ [label]: text });
      await bea.page.keyboard.press('Tab');
      expect(await modify.problemOf(label)).toContain(problem);
    }
    await modify.field('Quantity').fill('0');
    expect(await modify.problemOf('Quantity')).toContain('Must be at least 1.');
    await modify.field('Unit Price').fill('£12');
    expect(await modify.problemOf('Unit Price')).toContain('Must be an amount such as 12.50');

    await modify.press();
    expect(await modify.field('URL').evaluate((input) => input === document.activeElement)).toBe(true);
    await modify.fill({ URL: 'https://reed.example/basket', 'Product Name': 'Cane Basket', Quantity: '2' });
    for (const label of ['URL', 'Product Name', 'Quantity'] as const) expect(await modify.problemOf(label)).toBe('');
    await modify.press();
    expect(await modify.field('Unit Price').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(sent).toEqual([]);
    expect(await stage.buyer.order(placed.id)).toEqual(before);

    await modify.fill({ 'Unit Price': '9.99' });
    await modify.press();
    await order.item('Cane Basket').says('Pending');
    expect(await stage.buyer.item(placed, 'Cane Basket')).toMatchObject({ quantity: 2, unitPrice: '9.99' });
    expect(sent).toHaveLength(1);
  });

  stage.scene('a dialog closed by mistake costs nothing: what was typed is still there', async () => {
    const placed = await stage.givenOrder({ productName: 'Hemp Cord', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const item = (await bea.order(placed.number).expand()).item('Hemp Cord');
    await (await item.openModify()).fill({ 'Product Name': 'Flax Cord' });
    await bea.page.keyboard.press('Escape');
    const again = await item.openModify();
    await again.says('What you typed before is still here.');
    expect(await again.typed()).toMatchObject({ 'Product Name': 'Flax Cord' });
    await again.dialog.getByRole('button', { name: 'Start afresh' }).click();
    expect(await again.typed()).toMatchObject({ 'Product Name': 'Hemp Cord' });
    expect(await stage.buyer.item(placed, 'Hemp Cord')).toMatchObject({ status: 'OOS' });
  });
});
