import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';

const ITEMS = 300;
const PHONE = { width: 360, height: 640, touch: true };

/** Adds up by how much of the screen things moved unasked since the page was opened. */
function layoutShift(): Promise<number> {
  return new Promise((resolve) => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      const unasked = (list.getEntries() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput);
      resolve(unasked.reduce((sum, { value }) => sum + value, 0));
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 1_000);
  });
}

describe(`an order of ${ITEMS} items`, () => {
  const stage = new Stage(freshSqlite);

  const givenLargeOrder = () =>
    stage.givenOrder(
      ...Array.from({ length: ITEMS }, (_, line) => ({
        productName: `Peg ${line + 1}`,
        merchantName: line < ITEMS / 2 ? 'Harbour & Pine' : 'Northlight',
      })),
    );

  stage.scene('has all its rows soon after it was opened, in their order, and nothing jumps', async () => {
    const placed = await givenLargeOrder();
    const bea = await stage.visitOfBuyer();
    const order = await bea.order(placed.number).expand();
    await order.item(`Peg ${ITEMS}`).row.waitFor();
    expect(await order.itemNames()).toEqual(placed.items.map(({ productName }) => productName));
    // 0.02 of it is never seen: for the browser rows that it has not laid out yet are as high as they are taken to be.
    expect(await bea.page.evaluate(layoutShift)).toBeLessThan(0.05);
    await order.item(`Peg ${ITEMS}`).row.scrollIntoViewIfNeeded();
    await order.item(`Peg ${ITEMS}`).says('Pending');
  });

  stage.scene('is opened by a link at any of its items, with the focus on it', async () => {
    const placed = await givenLargeOrder();
    const bea = await stage.visitOfBuyer(PHONE);
    await bea.goTo(`/orders/${placed.id}?modify=${placed.items[ITEMS - 20]?.id}`);
    await bea.sees('Nothing to put right here any more: this item is Pending.');
    const { row } = bea.order(placed.number).item(`Peg ${ITEMS - 19}`);
    await eventually(async () =>
      expect(
        await row.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return one === document.activeElement && top >= 0 && bottom <= window.innerHeight;
        }),
      ).toBe(true),
    );
  });
});
