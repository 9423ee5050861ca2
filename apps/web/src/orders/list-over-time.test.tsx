import { act, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { unreachable } from '../test/fake-server';
import { openPage, ordersPage } from '../test/render-app';

const order = anOrder({ attentionCount: 1 });
const next = anOrder({ id: 'order-2', number: 'ZZ99-YY88' });
const operator = { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' };

const card = (number: string) => screen.findByRole('button', { name: new RegExp(number) });

async function follow(page: ReturnType<typeof openPage>) {
  await waitFor(() => expect(page.server.variablesOf('Changes')).toHaveLength(1));
  return (change: object) => act(() => page.server.send({ actor: operator, item: null, ...change }));
}

describe('coming back to a list', () => {
  async function leaveAndComeBack({ user }: ReturnType<typeof openPage>) {
    await user.click(screen.getByRole('tab', { name: 'Status guide' }));
    await screen.findByRole('heading', { name: 'Status guide' });
    await user.click(screen.getByRole('tab', { name: 'My Orders' }));
  }
  const statusGuide = () => ({ statusGuide: [] });

  it('of several pages keeps what was there, and renews its first page', async () => {
    let first = order;
    const page = openPage(
      {},
      {
        statusGuide,
        orders: ({ after }) =>
          after ? ordersPage([next]) : ordersPage([first], { hasNextPage: true, endCursor: 'edge-0' }),
      },
    );
    await page.user.click(await screen.findByRole('button', { name: 'Load more' }));
    await card('ZZ99-YY88');
    first = { ...order, attentionCount: 7 };
    await leaveAndComeBack(page);
    await waitFor(() => expect(screen.getByRole('button', { name: /AB12-CD34/ })).toHaveTextContent('7 need you'));
    expect(screen.getByRole('button', { name: /ZZ99-YY88/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('begins anew where its first page has nothing in common with what was there', async () => {
    let first = order;
    const page = openPage(
      {},
      {
        statusGuide,
        orders: ({ after }) => ordersPage([after ? next : first], { hasNextPage: !after, endCursor: 'c' }),
      },
    );
    await page.user.click(await screen.findByRole('button', { name: 'Load more' }));
    await card('ZZ99-YY88');
    first = anOrder({ id: 'order-9', number: 'BRAN-DNEW' });
    await leaveAndComeBack(page);
    await card('BRAN-DNEW');
    await waitFor(() => expect(screen.queryByRole('button', { name: /ZZ99-YY88/ })).not.toBeInTheDocument());
  });

  it('that cannot be refreshed keeps it, says so, and tries again', async () => {
    const page = openPage({ order }, { statusGuide });
    await card('AB12-CD34');
    page.server.answers.orders = unreachable;
    await leaveAndComeBack(page);
    const notice = await screen.findByText(/could not be refreshed/);
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toBeInTheDocument();
    page.server.answers.orders = () => ordersPage([next, order]);
    await page.user.click(screen.getByRole('button', { name: 'Try again' }));
    await card('ZZ99-YY88');
    await waitFor(() => expect(notice).not.toBeInTheDocument());
  });
});

describe('an offer of orders', () => {
  it('stands when the list could not be read, and the list stays', async () => {
    const page = openPage({ order });
    await card('AB12-CD34');
    const tell = await follow(page);
    tell({ cursor: 'cursor-1', kind: 'ORDER_PLACED', order: next });
    page.server.answers.orders = unreachable;
    await page.user.click(await screen.findByRole('button', { name: 'Show' }));
    await screen.findByText(/could not be refreshed/);
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toBeInTheDocument();
    // A screen reader has been told the same by now, or will be.
    expect(screen.getByText('New order ZZ99-YY88', { ignore: '[aria-live]' })).toBeInTheDocument();
  });

  it('shows above the list what belongs further down than its first page', async () => {
    const needy = { ...next, attentionCount: 1 };
    const page = openPage(
      {},
      {
        orders: () => ordersPage([order], { hasNextPage: true, endCursor: 'c' }),
        linkedOrder: () => ({ order: needy }),
        orderItems: ({ id }) => ({ order: { ...(id === needy.id ? needy : order), items: [] } }),
      },
      '/?show=attention',
    );
    await card('AB12-CD34');
    const tell = await follow(page);
    const item = aTroubledItem({ id: 'other', revision: 2 });
    tell({ cursor: 'cursor-1', kind: 'ITEM_STATUS_REPORTED', order: needy, item });
    await page.user.click(await screen.findByRole('button', { name: 'Show' }));
    await waitFor(() => expect(screen.getByRole('button', { name: /ZZ99-YY88/ })).toHaveFocus());
    const shown = screen.getAllByRole('button', { name: /^(ZZ99-YY88|AB12-CD34)/ });
    expect(shown.map((button) => button.textContent?.slice(0, 9))).toEqual(['ZZ99-YY88', 'AB12-CD34']);
    expect(page.server.variablesOf('LinkedOrder')).toEqual([{ id: next.id }]);
  });

  it('that need the buyer is withdrawn when one no longer does', async () => {
    const page = openPage({ order }, {}, '/?show=attention');
    await card('AB12-CD34');
    const tell = await follow(page);
    const needy = { ...next, attentionCount: 1 };
    const item = aTroubledItem({ id: 'other', revision: 2 });
    tell({ cursor: 'cursor-1', kind: 'ITEM_STATUS_REPORTED', order: needy, item });
    await screen.findByText('Order ZZ99-YY88 needs you now');
    tell({ cursor: 'cursor-2', kind: 'ITEM_REPLACED', order: next, item: anItem({ id: 'other', revision: 3 }) });
    await waitFor(() => expect(screen.queryByText('Order ZZ99-YY88 needs you now')).not.toBeInTheDocument());
    // The others are still on the list.
    expect(within(screen.getByRole('main')).getByRole('button', { name: /AB12-CD34/ })).toBeInTheDocument();
  });
});
