import type { Api, OrderState } from '../testkit/api.js';
import { databases } from '../testkit/databases.js';
import { Stage } from '../testkit/stage.js';

const CLOSED = { __typename: 'OrderClosed' };

describe.each(databases)('on %s', (_name, createDatabase) => {
  const stage = new Stage(createDatabase);

  stage.scene('a buyer puts an order right, item by item, and prepares its shipment', async () => {
    const { buyer, operator } = stage;
    const demo = await buyer.orderWith('Red Woolly Hottie White Heart');
    const bea = await stage.visitor();
    await bea.goTo('/');
    await bea.signInAs('Bea Buyer');
    await bea.sees('My Orders', 'tab');
    const order = await bea.order(demo.number).expand();

    // Left of every item stand its merchant and its status.
    for (const { productName, merchant, status } of demo.items) {
      const item = order.item(productName);
      const name = await item.leftOf(productName);
      expect(await item.leftOf(merchant.name)).toBeLessThan(name);
      expect(await item.leftOf(LABELS[status] ?? '')).toBeLessThan(name);
    }

    const outOfStock = order.item('Red Woolly Hottie White Heart');
    await outOfStock.says('OOS');
    const modify = await outOfStock.openModify();
    await modify.fill({
      URL: 'https://brightside.example/p/2002',
      'Product Name': 'Blue Woolly Hottie',
      Quantity: '8',
      'Unit Price': '3.50',
      'Product Specification': 'Blue',
    });
    await modify.press();
    await modify.isClosed();
    await order.item('Blue Woolly Hottie').says('Pending');
    expect(await buyer.item(demo, 'Blue Woolly Hottie')).toMatchObject({
      status: 'PENDING',
      url: 'https://brightside.example/p/2002',
      quantity: 8,
      unitPrice: '3.50',
      specification: 'Blue',
    });

    await order.item('White Hanging Heart T-Light Holder').keep();
    expect(await buyer.item(demo, 'White Hanging Heart T-Light Holder')).toMatchObject({
      status: 'PARTIALLY_OOS',
      keptAt: expect.any(String),
    });

    await order.item('USB-C Desk Lamp').cancel();
    await order.item('USB-C Desk Lamp').says('Cancelled');
    expect(await buyer.item(demo, 'USB-C Desk Lamp')).toMatchObject({ status: 'CANCELLED' });

    await operator.report(demo, 'Blue Woolly Hottie', 'NO_RESPONSE');
    const again = order.item('Blue Woolly Hottie');
    await again.says('No Response');
    await (await (await again.openModify()).fill({ 'Product Name': 'Green Woolly Hottie' })).press();
    await order.item('Green Woolly Hottie').says('Pending');

    const question = await order.askToPrepare();
    for (const name of ['USB-C Desk Lamp', 'Oak Serving Board', '仿真绿植盆栽'])
      await question.getByText(name).waitFor();
    await question.getByText('12 of 40 will ship').waitFor();
    expect(await question.getByText('Green Woolly Hottie').count()).toBe(0);
    await question.getByRole('button', { name: 'Prepare shipment' }).click();
    await question.waitFor({ state: 'detached' });
    await order.says('It can be read, and no longer changed.');
    await order.changeButtons().first().waitFor({ state: 'detached' });
    expect(await buyer.order(demo.id)).toMatchObject({ state: 'CLOSED', attentionCount: 0 });
    await expectClosed(buyer, operator, demo);
  });

  stage.scene('an order with nothing amiss ships whole, and is not closed before one says so', async () => {
    const placed = await stage.givenOrder({ productName: 'Walnut Bowl' });
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    let question = await order.askToPrepare();
    await question.getByText('All items will ship.').waitFor();
    await question.getByRole('button', { name: 'Go back' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await stage.buyer.order(placed.id)).toMatchObject({ state: 'OPEN' });

    question = await order.askToPrepare();
    await question.getByRole('button', { name: 'Prepare shipment' }).click();
    await order.says('It can be read, and no longer changed.');
    expect(await stage.buyer.order(placed.id)).toMatchObject({ state: 'CLOSED' });
  });

  stage.scene('a cancelled item is called off only once confirmed, and can still be replaced', async () => {
    const placed = await stage.givenOrder({ productName: 'Slate Coaster', report: { status: 'OOS' } });
    const bea = await stage.visitOfBuyer();
    const item = (await bea.order(placed.number).expand()).item('Slate Coaster');
    await item.cancelButton.click();
    await bea.page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
    await bea.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await stage.buyer.item(placed, 'Slate Coaster')).toMatchObject({ status: 'OOS' });

    await item.cancel();
    await item.says('Cancelled');
    await item.cancelButton.waitFor({ state: 'detached' });
    const modify = await item.openModify();
    await modify.press();
    await item.says('Pending');
    expect(await stage.buyer.item(placed, 'Slate Coaster')).toMatchObject({ status: 'PENDING' });
  });
});

const LABELS: Record<string, string> = {
  PENDING: 'Pending',
  PARTIALLY_OOS: 'Partially OOS',
  OOS: 'OOS',
  MOQ_REQUIRED: 'MOQ Required',
  NO_RESPONSE: 'No Response',
  REFUNDED: 'Refunded',
  CANCELLED: 'Cancelled',
  URL_ERROR: 'URL Error',
  NAME_ERROR: 'Name Error',
  PRICE_ERROR: 'Price Error',
  SPECS_ERROR: 'Specs Error',
};

/** No change to the order is accepted any more, and each refusal leaves it as it was. */
async function expectClosed(buyer: Api, operator: Api, { id }: OrderState): Promise<void> {
  const before = await buyer.order(id);
  const item = before.items.find(({ status }) => status === 'OOS' || status === 'PRICE_ERROR') ?? before.items[0];
  if (!item) throw new Error('the order is empty');
  const { id: itemId, revision: expectedRevision, url, productName, quantity, unitPrice, specification } = item;
  const seen = { itemId, expectedRevision };
  const fields = { url, productName, quantity, unitPrice, specification };
  expect(await buyer.tries('replaceItem', { ...seen, ...fields })).toMatchObject(CLOSED);
  expect(await buyer.tries('keepItem', seen)).toMatchObject(CLOSED);
  expect(await buyer.tries('cancelItem', seen)).toMatchObject(CLOSED);
  expect(await buyer.tries('prepareShipment', { orderId: id })).toMatchObject(CLOSED);
  expect(await operator.tries('reportItemStatus', { ...seen, status: 'PENDING' })).toMatchObject(CLOSED);
  expect(await buyer.order(id)).toEqual(before);
}
