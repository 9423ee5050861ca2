import { databases } from '../testkit/databases.js';
import { HeldChanges } from '../testkit/held-changes.js';
import { Stage } from '../testkit/stage.js';

const NO_ANSWER =
  'We got no answer, so we do not know whether this arrived. Check your connection, then press the button again: that is safe, nothing is done twice.';

describe.each(databases)('live, on %s', (_name, createDatabase) => {
  const stage = new Stage(createDatabase);

  stage.scene('a report shows in every open window of the buyer and of an operator, without reloading', async () => {
    const placed = await stage.givenOrder({ productName: 'Brass Hook' }, { productName: 'Iron Hook' });
    const bea = await stage.visitOfBuyer();
    const second = await stage.anotherWindowOf(bea);
    await second.goTo('/');
    const phone = await stage.visitOfBuyer({ width: 360, height: 740, touch: true });
    const olga = await stage.visitor();
    await olga.goTo('/');
    await olga.signInAs('Olga Operator');
    const windows = [bea, second, phone, olga];
    for (const window of windows) {
      await window.order(placed.number).expand();
      await window.markPage();
    }

    await stage.operator.report(placed, 'Brass Hook', 'OOS', { note: 'Back in spring.' });
    for (const window of windows) {
      const item = window.order(placed.number).item('Brass Hook');
      await item.says('OOS');
      await item.says('“Back in spring.”');
      expect(await window.wasReloaded()).toBe(false);
    }
    expect(await bea.order(placed.number).toggle.textContent()).toContain('1 needs you');
    await bea.order(placed.number).item('Brass Hook').modifyButton.waitFor();
    expect(await olga.order(placed.number).item('Brass Hook').modifyButton.count()).toBe(0);
  });

  stage.scene('what one window does shows in the other, down to the closed order', async () => {
    const placed = await stage.givenOrder({ productName: 'Tin Whistle', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const second = await stage.anotherWindowOf(bea);
    await second.goTo('/');
    await bea.order(placed.number).expand();
    const seen = await second.order(placed.number).expand();

    await bea.order(placed.number).item('Tin Whistle').keep();
    await seen.item('Tin Whistle').says('Kept as is');
    const question = await bea.order(placed.number).askToPrepare();
    await question.getByRole('button', { name: 'Prepare shipment' }).click();
    await seen.says('It can be read, and no longer changed.');
    await seen.changeButtons().first().waitFor({ state: 'detached' });
    expect(await stage.buyer.order(placed.id)).toMatchObject({ state: 'CLOSED' });
  });

  stage.scene('an operator reports in their window, and the buyer sees it in theirs', async () => {
    const placed = await stage.givenOrder({ productName: 'Clay Pot', quantity: 40 });
    const bea = await stage.visitOfBuyer();
    await bea.order(placed.number).expand();
    const olga = await stage.visitor();
    await olga.goTo('/');
    await olga.signInAs('Olga Operator');
    await olga.order(placed.number).expand();

    await olga.page.getByRole('button', { name: 'Report Clay Pot' }).click();
    const dialog = olga.page.getByRole('dialog', { name: 'Report Clay Pot' });
    await dialog.getByRole('radio', { name: 'Partially OOS' }).check();
    await dialog.getByLabel('Quantity available').fill('12');
    await dialog.getByRole('button', { name: 'Report' }).click();
    await dialog.waitFor({ state: 'detached' });
    await bea.order(placed.number).item('Clay Pot').says('12 of 40 available');
    expect(await stage.buyer.item(placed, 'Clay Pot')).toMatchObject({ status: 'PARTIALLY_OOS' });
  });

  stage.scene(
    'typed text outlives a change to its item, which the dialog tells; Modify then goes over it',
    async () => {
      const placed = await stage.givenOrder({ productName: 'Cork Mat', report: { status: 'OOS' } });
      const bea = await stage.visitOfBuyer();
      const item = (await bea.order(placed.number).expand()).item('Cork Mat');
      const modify = await (await item.openModify()).fill({ 'Product Name': 'Felt Mat', Quantity: '7' });
      await modify.field('Quantity').focus();

      await stage.operator.report(placed, 'Cork Mat', 'PRICE_ERROR', { currentUnitPrice: '13.10' });
      await modify.says('This item has changed while you were here');
      await modify.says('Status was OOS, is now Price Error');
      await modify.says('now £13.10, you gave £12.50');
      expect(await modify.typed()).toMatchObject({ 'Product Name': 'Felt Mat', Quantity: '7', 'Unit Price': '12.50' });
      expect(await modify.field('Quantity').evaluate((input) => input === document.activeElement)).toBe(true);
      expect(await stage.buyer.item(placed, 'Cork Mat')).toMatchObject({ status: 'PRICE_ERROR', revision: 3 });

      await modify.press();
      await modify.isClosed();
      await bea.order(placed.number).item('Felt Mat').says('Pending');
      expect(await stage.buyer.item(placed, 'Felt Mat')).toMatchObject({ status: 'PENDING', quantity: 7 });
    },
  );

  stage.scene(
    'a change not heard of in time is a conflict: it is told, what was typed stays, Modify again wins',
    async () => {
      const placed = await stage.givenOrder({ productName: 'Jute Rug', report: { status: 'OOS' } });
      const bea = await stage.visitor();
      const changes = await HeldChanges.on(bea.page);
      await bea.goTo('/');
      await bea.signInAs('Bea Buyer');
      const item = (await bea.order(placed.number).expand()).item('Jute Rug');
      const modify = await (await item.openModify()).fill({ 'Product Name': 'Wool Rug', Quantity: '3' });

      changes.hold();
      await stage.operator.report(placed, 'Jute Rug', 'SPECS_ERROR', { availableSpecifications: ['Raw', 'Dyed'] });
      await modify.press();
      await modify.says('Not sent yet: the item was changed meanwhile');
      await modify.says('Status was OOS, is now Specs Error');
      expect(await modify.typed()).toMatchObject({ 'Product Name': 'Wool Rug', Quantity: '3' });
      expect(await stage.buyer.item(placed, 'Jute Rug')).toMatchObject({ status: 'SPECS_ERROR', quantity: 10 });

      await modify.press();
      await modify.isClosed();
      const replaced = bea.order(placed.number).item('Wool Rug');
      await replaced.says('Pending');
      expect(await stage.buyer.item(placed, 'Wool Rug')).toMatchObject({ status: 'PENDING', quantity: 3 });

      // The late news is older than what the page knows by now, and must not take it back.
      changes.release();
      await stage.operator.report(placed, 'Wool Rug', 'MOQ_REQUIRED', { minimumQuantity: 5 });
      await replaced.says('minimum 5, you ordered 3');
      expect(await bea.order(placed.number).itemNames()).toEqual(['Wool Rug']);
    },
  );

  stage.scene(
    'an order that closes under an open dialog can no longer be changed, and the dialog says so',
    async () => {
      const placed = await stage.givenOrder({ productName: 'Glass Jar', report: { status: 'OOS' } });
      const bea = await stage.visitOfBuyer();
      const item = (await bea.order(placed.number).expand()).item('Glass Jar');
      const modify = await (await item.openModify()).fill({ 'Product Name': 'Jam Jar' });
      await stage.buyer.does('prepareShipment', { orderId: placed.id });
      await modify.says('This order has been closed');
      expect(await modify.submit.isDisabled()).toBe(true);
      expect(await modify.typed()).toMatchObject({ 'Product Name': 'Jam Jar' });
      expect(await stage.buyer.item(placed, 'Glass Jar')).toMatchObject({ status: 'OOS' });
    },
  );

  stage.scene(
    'offline the page says so; what was reported meanwhile appears once it is back, and it says that too',
    async () => {
      const placed = await stage.givenOrder({ productName: 'Rope Ladder' });
      const bea = await stage.visitOfBuyer();
      bea.expectErrorsLike(/ERR_INTERNET_DISCONNECTED/);
      const order = await bea.order(placed.number).expand();
      await bea.markPage();
      await bea.context.setOffline(true);
      await bea.sees('You are offline. What you see may be out of date.');
      await stage.operator.report(placed, 'Rope Ladder', 'OOS');
      await bea.context.setOffline(false);
      // It is not said for long.
      await Promise.all([
        order.item('Rope Ladder').says('OOS'),
        bea.sees('Connected again. Everything is up to date.'),
      ]);
      await order.item('Rope Ladder').modifyButton.waitFor();
      expect(await bea.wasReloaded()).toBe(false);
    },
  );

  stage.scene('a server that was killed and started again is found again, and nothing is missed', async () => {
    const placed = await stage.givenOrder({ productName: 'Tarp' }, { productName: 'Pegs', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    bea.expectErrorsLike(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket/);
    const order = await bea.order(placed.number).expand();
    await bea.markPage();
    await stage.server.kill();
    await bea.sees('Connection lost. Reconnecting; what you see may be out of date.');
    await order.item('Pegs').keepButton.click();
    await order.item('Pegs').says(NO_ANSWER);

    await stage.server.startAgain();
    await stage.operator.report(placed, 'Tarp', 'PARTIALLY_OOS', { availableQuantity: 4 });
    // It is not said for long.
    await Promise.all([
      order.item('Tarp').says('4 of 10 available'),
      bea.sees('Connected again. Everything is up to date.'),
    ]);
    await order.item('Pegs').keep();
    expect(await stage.buyer.item(placed, 'Pegs')).toMatchObject({ status: 'OOS', keptAt: expect.any(String) });
    expect(await bea.wasReloaded()).toBe(false);
  });
});
