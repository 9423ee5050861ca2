import { act, screen, waitFor, within } from '@testing-library/react';
import { firstItems } from '../test/by-merchant';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';

const north = { name: 'Northlight', host: 'northlight.example' };
const order = anOrder({
  itemCount: 60,
  merchantCount: 2,
  attentionCount: 1,
  allowedActions: ['PREPARE_SHIPMENT'],
});
const facts = (n: number) => ({ id: `item-${n}`, productName: `Board ${n}`, ...(n % 2 === 1 && { merchant: north }) });
const items = Array.from({ length: 60 }, (_, n) =>
  n === 31 ? aTroubledItem({ ...facts(n), shipmentShare: 'NONE' }) : anItem(facts(n)),
);
const actor = { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' };

const card = () => screen.findByRole('button', { name: /AB12-CD34/ });
const row = (n: number) => screen.findByRole('listitem', { name: `Board ${n}` });
const rows = () => screen.queryAllByRole('listitem', { name: /^Board/ }).map((one) => one.getAttribute('aria-label'));

/** The first eight of the merchant with the item that needs the buyer. */
const FIRST = [31, 1, 3, 5, 7, 9, 11, 13].map((n) => `Board ${n}`);

/** Opens the order; `arrive` has the answer with all its items arrive. */
async function openOrder() {
  let settle = (_answer: object) => {};
  const coming = new Promise<object>((resolve) => {
    settle = resolve;
  });
  const page = openPage({ order, items }, { orderItems: () => coming });
  await waitFor(() => expect(page.server.variablesOf('Changes')).toHaveLength(1));
  await page.user.click(await card());
  await waitFor(() => expect(rows()).toEqual(FIRST));
  return { ...page, arrive: (answer: object = { order: { ...order, items } }) => act(async () => settle(answer)) };
}

describe('a large order', () => {
  it('opens with its first items, and says how many there are', async () => {
    await openOrder();
    const group = screen.getByRole('region', { name: 'Northlight' });
    expect(group).toHaveTextContent('1 of 30 needs you');
    // What comes after it would move down when the rest of it comes.
    expect(screen.queryByRole('region', { name: 'Harbour & Pine' })).not.toBeInTheDocument();
    expect(within(await row(31)).getByRole('button', { name: /^Modify/ })).toBeEnabled();
  });

  it('goes on with the others, and leaves what is there where it is', async () => {
    const { server, arrive } = await openOrder();
    await waitFor(() => expect(server.variablesOf('OrderItems')).toHaveLength(1));
    const before = await row(31);
    await arrive();
    await waitFor(() => expect(rows()).toHaveLength(60));
    expect(rows().slice(0, 8)).toEqual(FIRST);
    expect(await row(31)).toBe(before);
    expect(server.variablesOf('FirstItems')).toHaveLength(1);
  });

  it('shows what comes live before all of them are there, and keeps its rows', async () => {
    const { server, arrive } = await openOrder();
    const reported = aTroubledItem({ ...facts(1), revision: 2 });
    const itemsNow = items.map((item) => (item.id === reported.id ? reported : item));
    server.answers.firstItems = () => firstItems(order, itemsNow);
    act(() => server.send({ cursor: 'c', kind: 'ITEM_STATUS_REPORTED', actor, order, item: reported }));
    await waitFor(async () => expect(within(await row(1)).getByText('OOS')).toBeInTheDocument());
    await waitFor(() => expect(server.variablesOf('FirstItems')).toHaveLength(2));
    expect(rows()).toEqual(FIRST);
    await arrive({ order: { ...order, items: itemsNow } });
    await waitFor(() => expect(rows()).toHaveLength(60));
    expect(within(await row(1)).getByText('OOS')).toBeInTheDocument();
  });

  it('asks for its first items anew where something came live since', async () => {
    const { server, user } = await openOrder();
    await user.click(await card());
    expect(rows()).toEqual([]);
    const kept = anOrder({ ...order, attentionCount: 0 });
    act(() => server.send({ cursor: 'c', kind: 'ITEM_KEPT', actor, order: kept, item: null }));
    server.answers.firstItems = () => ({ order: { ...kept, merchants: [] } });
    await user.click(await card());
    await waitFor(() => expect(server.variablesOf('FirstItems')).toHaveLength(2));
    expect(rows()).toEqual([]);
  });

  it('has its first items modified before the others are there', async () => {
    const { user, arrive } = await openOrder();
    await user.click(within(await row(31)).getByRole('button', { name: /^Modify/ }));
    const name = within(await screen.findByRole('dialog')).getByLabelText('Product Name');
    await user.type(name, ' XL');
    await arrive();
    expect(name).toHaveValue('Board 31 XL');
    expect(name).toHaveFocus();
  });

  it('is closed by nobody who cannot see yet what will not ship', async () => {
    const { user, arrive } = await openOrder();
    await user.click(await screen.findByRole('button', { name: 'Prepare shipment' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Prepare shipment' })).toBeDisabled();
    expect(dialog.queryByText('All items will ship.')).not.toBeInTheDocument();
    await arrive();
    await dialog.findByText('This item will not ship:');
    expect(dialog.getByRole('button', { name: 'Prepare shipment' })).toBeEnabled();
  });

  it('says so when the others do not come', async () => {
    const page = openPage({ order, items }, { orderItems: unreachable });
    await page.user.click(await card());
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await waitFor(() => expect(rows()).toEqual(FIRST));
    page.server.answers.orderItems = () => ({ order: { ...order, items } });
    await page.user.click(screen.getByRole('button', { name: /Try again|Retry/i }));
    await waitFor(() => expect(rows()).toHaveLength(60));
  });
});

it('a small order does not ask for its first items', async () => {
  const { server, user } = openPage({ order: anOrder(), items: [anItem()] });
  await user.click(await card());
  await screen.findByRole('listitem', { name: 'Oak Serving Board' });
  expect(server.variablesOf('FirstItems')).toEqual([]);
});
