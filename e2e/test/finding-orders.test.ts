import { freshSqlite } from '../testkit/databases.js';
import { eventually } from '../testkit/eventually.js';
import { Stage } from '../testkit/stage.js';

/** How many orders the demo's buyer has, and how many of them need the buyer. */
const ALL = 28;
const NEEDY = 3;
/** How many of them the list shows before one scrolls. */
const A_PAGE = 20;

describe('finding an order', () => {
  const stage = new Stage(freshSqlite);

  stage.scene('by its number or a product name, which outlives a reload', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const tea = await stage.buyer.orderWith('Jasmine Pearl Tea Tin');
    const bea = await stage.visitOfBuyer();
    await bea.order(demo.number).toggle.waitFor();
    const search = bea.page.getByRole('searchbox', { name: 'Search orders' });
    const shows = async (numbers: string[]) => {
      await eventually(async () => expect(await bea.listedOrders()).toEqual(numbers));
      await bea.page.reload();
      await eventually(async () => expect(await bea.listedOrders()).toEqual(numbers));
    };

    await search.fill(demo.number.toLowerCase());
    await shows([demo.number]);
    expect(await search.inputValue()).toBe(demo.number.toLowerCase());
    await search.fill('jasmine PEARL');
    await shows([tea.number]);
    expect(new URL(bea.page.url()).search).toContain('jasmine');
    await search.fill('大红袍');
    await shows([demo.number]);

    await search.fill('no such thing');
    await bea.sees('No order matches');
    await bea.page.getByRole('button', { name: 'Clear the filter' }).click();
    await eventually(async () => expect((await bea.listedOrders()).length).toBeGreaterThan(NEEDY));
    expect(await search.inputValue()).toBe('');
  });

  stage.scene('by what needs attention, which outlives a reload and the way back', async () => {
    const bea = await stage.visitOfBuyer();
    const needs = bea.page.getByRole('radio', { name: 'Needs attention' });
    await bea.page.getByText('Needs attention', { exact: true }).click();
    await eventually(async () => expect(await bea.listedOrders()).toHaveLength(NEEDY));
    await bea.page.reload();
    await eventually(async () => expect(await bea.listedOrders()).toHaveLength(NEEDY));
    expect(await needs.isChecked()).toBe(true);

    await bea.page.getByRole('tab', { name: 'Status guide' }).click();
    await bea.sees('Status guide', 'heading');
    expect(await bea.page.getByRole('main').getByRole('listitem').count()).toBe(11);
    await bea.page.getByRole('tab', { name: 'My Orders' }).click();
    await eventually(async () => expect(await bea.listedOrders()).toHaveLength(NEEDY));

    await bea.page.getByText('All', { exact: true }).click();
    await eventually(async () => expect((await bea.listedOrders()).length).toBeGreaterThan(NEEDY));
  });

  stage.scene('by scrolling: the list goes on by itself, newest first, each order once', async () => {
    const bea = await stage.visitOfBuyer({ height: 500 });
    await eventually(async () => expect(await bea.listedOrders()).toHaveLength(A_PAGE));
    await eventually(async () => {
      await bea.page.mouse.wheel(0, 2000);
      expect(await bea.listedOrders()).toHaveLength(ALL);
    });
    expect(new Set(await bea.listedOrders()).size).toBe(ALL);
    const times = await bea.page
      .getByRole('main')
      .locator('time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    expect(times).toEqual([...times].sort().reverse());
  });

  stage.scene('by a link, signed out: to the sign-in and back to that order', async () => {
    // Far down, so that the list alone would not show it.
    const last = (await stage.buyer.orders()).at(-1);
    if (!last) throw new Error('no orders');
    const bea = await stage.visitor();
    await bea.goTo(`/orders/${encodeURIComponent(last.id)}`);
    await bea.page.waitForURL(/\/sign-in\?/);
    await bea.signInAs('Bea Buyer');
    await bea.page.waitForURL(`**/orders/${encodeURIComponent(last.id)}`);
    const order = await bea.order(last.number).isExpanded();
    expect([...(await order.itemNames())].sort()).toEqual(last.items.map(({ productName }) => productName).sort());
  });

  stage.scene('not one of somebody else: it is as absent as one that does not exist', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const otto = await stage.visitor();
    await otto.goTo(`/orders/${encodeURIComponent(demo.id)}`);
    await otto.signInAs('Otto Other');
    await otto.sees('The order in the link does not exist, or it belongs to another account.');
    expect(await otto.listedOrders()).not.toContain(demo.number);
    expect(await otto.page.getByText('Oak Serving Board').count()).toBe(0);
    await otto.page.getByRole('searchbox').fill(demo.number);
    await otto.sees('No order matches');
  });

  stage.scene('after signing out nothing of the orders is left for the next person', async () => {
    const demo = await stage.buyer.orderWith('Oak Serving Board');
    const bea = await stage.visitOfBuyer();
    await bea.order(demo.number).expand();
    await bea.page.getByRole('button', { name: 'Account of Bea Buyer' }).click();
    await bea.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await bea.sees('Sign in', 'heading');
    expect(await bea.page.getByText(demo.number).count()).toBe(0);
    // Nor in the address, for whoever signs in next.
    await bea.page.waitForURL('**/sign-in');
    await bea.signInAs('Otto Other');
    await bea.sees('My Orders', 'heading');
    expect(new URL(bea.page.url()).pathname).toBe('/');
    expect(await bea.page.getByText(demo.number).count()).toBe(0);
  });
});
