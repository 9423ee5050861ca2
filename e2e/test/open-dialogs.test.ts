import { freshSqlite } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';

describe('an open dialog', () => {
  const stage = new Stage(freshSqlite);

  stage.scene('is closed by the way back, on a phone too, which does not leave the page', async () => {
    const placed = await stage.givenOrder({ productName: 'Hat Stand', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer({ width: 360, height: 640, touch: true });
    const order = await bea.order(placed.number).expand();
    await bea.markPage();
    const modify = await (await order.item('Hat Stand').openModify()).fill({ 'Product Name': 'Coat Rack' });
    await bea.page.goBack();
    await modify.isClosed();
    await bea.page.goForward();
    await modify.isOpen();
    expect(await modify.typed()).toMatchObject({ 'Product Name': 'Coat Rack' });
    await bea.page.goBack();
    await modify.isClosed();

    const question = await order.askToPrepare();
    await bea.page.goBack();
    await question.waitFor({ state: 'detached' });
    expect(await bea.wasReloaded()).toBe(false);
    expect(new URL(bea.page.url()).pathname).toBe(`/orders/${encodeURIComponent(placed.id)}`);
    expect(await stage.buyer.order(placed.id)).toMatchObject({ state: 'OPEN', items: [{ status: 'OOS' }] });
  });

  stage.scene('closed by hand, leaves the way back as it was', async () => {
    const placed = await stage.givenOrder({ productName: 'Shoe Rack', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    await bea.page.getByRole('tab', { name: 'Status guide' }).click();
    await bea.page.getByRole('tab', { name: 'My Orders' }).click();
    const item = (await bea.order(placed.number).expand()).item('Shoe Rack');
    const modify = await item.openModify();
    await bea.page.keyboard.press('Escape');
    await modify.isClosed();
    await item.openModify();
    // Somebody impatient presses twice, before the browser has gone back.
    await modify.dialog.getByRole('button', { name: 'Close' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await modify.isClosed();
    await bea.sees('My Orders', 'heading');
    await bea.page.goBack();
    await bea.sees('Status guide', 'heading');
  });

  stage.scene('comes again with a reload, and what was typed with it', async () => {
    const placed = await stage.givenOrder({ productName: 'Door Mat', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    const modify = await (await order.item('Door Mat').openModify()).fill({
      'Product Name': 'Coir Mat',
      Quantity: '3',
    });
    await bea.page.reload();
    await modify.isOpen();
    expect(await modify.typed()).toMatchObject({ 'Product Name': 'Coir Mat', Quantity: '3' });
    await modify.press();
    await modify.isClosed();
    await order.item('Coir Mat').says('Pending');
    expect(await stage.buyer.item(placed, 'Coir Mat')).toMatchObject({ quantity: 3, revision: 3 });
  });

  stage.scene('outlives its item’s move to another merchant', async () => {
    const placed = await stage.givenOrder({ productName: 'Key Hook', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    const modify = await (await order.item('Key Hook').openModify()).fill({ 'Product Name': 'Brass Hook' });
    await modify.field('Product Name').focus();
    const { id: itemId, revision, url } = await stage.buyer.item(placed, 'Key Hook');
    const fields = { url, productName: 'Key Hook', quantity: 1, unitPrice: '2.00', specification: '' };
    await stage.buyer.does('replaceItem', {
      itemId,
      expectedRevision: revision,
      merchantName: 'Northlight',
      ...fields,
    });
    await order.item('Key Hook').says('Northlight');
    expect(await modify.typed()).toMatchObject({ 'Product Name': 'Brass Hook' });
    expect(await modify.field('Product Name').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  stage.scene(
    'says that nobody knows when the answer is lost; pressing again succeeds and does nothing twice',
    async () => {
      const placed = await stage.givenOrder({ productName: 'Wall Clock', report: { status: 'OOS' } });
      const bea = await stage.visitOfBuyer();
      bea.expectErrorsLike(/ERR_FAILED/);
      const order = await bea.order(placed.number).expand();
      const modify = await (await order.item('Wall Clock').openModify()).fill({ 'Product Name': 'Desk Clock' });
      await bea.page.route('**/graphql', async (route) => {
        if (!route.request().postData()?.includes('replaceItem')) return route.continue();
        // The server gets it and does it; its answer does not come back.
        await route.fetch();
        await route.abort();
      });
      await modify.press();
      await bea.sees('we do not know whether this arrived');
      await bea.page.unroute('**/graphql');
      // What was done is told live, but not whose doing it was.
      const again = await order.modifyDialog('Desk Clock').isOpen();
      await again.press();
      await again.isClosed();
      await order.item('Desk Clock').says('Pending');
      expect(await stage.buyer.item(placed, 'Desk Clock')).toMatchObject({ status: 'PENDING', revision: 3 });
    },
  );

  stage.scene('whose code could not be loaded is opened by trying again', async () => {
    const placed = await stage.givenOrder({ productName: 'Bell Pull' });
    const olga = await stage.visitor();
    olga.expectErrorsLike(/ERR_FAILED/);
    await olga.page.route('**/report-dialog*.js', (route) => route.abort());
    await olga.goTo('/');
    await olga.signInAs('Olga Operator');
    await olga.order(placed.number).expand();
    await olga.page.getByRole('button', { name: 'Report Bell Pull' }).click();
    await olga.sees('This could not be loaded. Check your connection, then try again.');
    await olga.page.unroute('**/report-dialog*.js');
    await olga.page.getByRole('button', { name: 'Try again' }).click();
    const dialog = olga.page.getByRole('dialog', { name: 'Report Bell Pull' });
    await dialog.waitFor();
    await olga.page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await olga.sees('Bell Pull');
  });

  stage.scene('opens though its code could not be loaded ahead a while ago', async () => {
    const placed = await stage.givenOrder({ productName: 'Door Mat', report: { status: 'OOS' } });
    const bea = await stage.visitor();
    bea.expectErrorsLike(/ERR_FAILED/);
    await bea.page.route('**/modify-dialog*.js', (route) => route.abort());
    await bea.context.addCookies(stage.buyer.cookies());
    await bea.goTo('/');
    const order = await bea.order(placed.number).expand();
    const failed = bea.page.waitForEvent('requestfailed', (request) => request.url().includes('modify-dialog'));
    await order.item('Door Mat').modifyButton.hover();
    await failed;
    await bea.page.unroute('**/modify-dialog*.js');
    await order.item('Door Mat').openModify();
  });

  stage.scene('with more than fits on a phone keeps its buttons in sight', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `Teapot No ${index + 1}`);
    const placed = await stage.givenOrder(...names.map((productName) => ({ productName, report: { status: 'OOS' } })));
    const bea = await stage.visitOfBuyer({ width: 360, height: 640, touch: true });
    const question = await (await bea.order(placed.number).expand()).askToPrepare();
    for (const name of ['Prepare shipment', 'Go back']) {
      const box = await question.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    }
    await question.getByText('Teapot No 14').scrollIntoViewIfNeeded();
    await question.getByText('This closes the order.').scrollIntoViewIfNeeded();
    await question.getByRole('button', { name: 'Go back' }).tap();
    await question.waitFor({ state: 'detached' });
  });
});
