import { screen, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, aViewer, NO_EVIDENCE } from '../test/facts';
import { unreachable } from '../test/fake-server';
import { openPage, ordersPage } from '../test/render-app';

const order = anOrder({ attentionCount: 2, itemCount: 3, merchantCount: 2, total: '1034.34' });
const north = { name: 'Northlight', host: 'northlight.example' };

async function expand(user: ReturnType<typeof openPage>['user'], number = 'AB12-CD34') {
  await user.click(await screen.findByRole('button', { name: new RegExp(number) }));
}
const row = (name: string) => screen.findByRole('listitem', { name });

describe('the list of orders', () => {
  it('says of a collapsed order its number, size, total and how many need the buyer', async () => {
    openPage({ order });
    const button = await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(button).toHaveTextContent('2 need you');
    expect(button).toHaveTextContent('3 items · 2 merchants');
    expect(button).toHaveTextContent('£1,034.34');
    expect(screen.getByRole('tab', { name: 'My Orders' })).toHaveAttribute('aria-selected', 'true');
  });

  it('names the buyer to operators only', async () => {
    openPage({ order, viewer: aViewer('OPERATOR') });
    expect(await screen.findByRole('button', { name: /AB12-CD34/ })).toHaveTextContent('Buyer: Bea Buyer');
  });

  it('asks the server for what is searched, keeps it in the URL, and offers to clear it', async () => {
    const { server, user } = openPage(
      { order },
      { orders: ({ filter }) => ordersPage(filter?.search === 'zzz' ? [] : [order]) },
    );
    await user.type(await screen.findByRole('searchbox', { name: 'Search orders' }), 'zzz');
    await screen.findByText('No order matches');
    expect(window.location.search).toBe('?q=zzz');
    // One request for the word, none for its letters.
    expect(server.variablesOf('Orders').map(({ filter }) => filter)).toEqual([null, { search: 'zzz' }]);
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(window.location.search).toBe('');
  });

  it('takes the filter from the URL', async () => {
    const { server } = openPage({ order }, {}, '/?show=attention&q=desk');
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(server.variablesOf('Orders')[0]?.filter).toEqual({ needsAttention: true, search: 'desk' });
    expect(screen.getByRole('radio', { name: 'Needs attention' })).toBeChecked();
  });

  it('loads the next page after the last order, and says when that failed', async () => {
    const next = anOrder({ id: 'order-2', number: 'ZZ99-YY88' });
    let fails = 1;
    const { user } = openPage(
      { order },
      {
        orders: ({ after }) => {
          if (!after) return ordersPage([order], { hasNextPage: true, endCursor: 'edge-0' });
          return fails-- > 0 ? unreachable() : ordersPage([next]);
        },
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Load more' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('next orders could not be loaded');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: /ZZ99-YY88/ });
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
  });

  it('offers to try again when nothing could be loaded', async () => {
    let fails = 1;
    const { user } = openPage({ order }, { orders: () => (fails-- > 0 ? unreachable() : ordersPage([order])) });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: /AB12-CD34/ });
  });

  it('opens several orders at once, and the URL opens the same ones again', async () => {
    const other = anOrder({ id: 'order-2', number: 'ZZ99-YY88' });
    const items = [anItem()];
    const { user } = openPage(
      {},
      {
        orders: () => ordersPage([order, other]),
        orderItems: ({ id }) => ({ order: { ...(id === 'order-1' ? order : other), items } }),
      },
    );
    await expand(user);
    await expand(user, 'ZZ99-YY88');
    expect(window.location.pathname + window.location.search).toBe('/orders/order-1?open=order-2');
    await expand(user);
    expect(window.location.pathname + window.location.search).toBe('/orders/order-2');
  });

  it('shows the order of a link above the list when the list does not reach to it', async () => {
    const linked = anOrder({ id: 'order-9', number: 'LINK-0009' });
    openPage(
      { order },
      { linkedOrder: () => ({ order: linked }), orderItems: () => ({ order: { ...linked, items: [anItem()] } }) },
      '/orders/order-9',
    );
    await screen.findByRole('button', { name: /LINK-0009/ });
    const buttons = screen.getAllByRole('button', { name: /LINK-0009|AB12-CD34/ });
    expect(buttons[0]).toHaveTextContent('LINK-0009');
    expect(buttons[0]).toHaveAttribute('aria-expanded', 'true');
    await row('Oak Serving Board');
  });

  it('says when the order of a link is not there', async () => {
    openPage({ order }, { linkedOrder: () => ({ order: null }) }, '/orders/nonsense');
    expect(await screen.findByRole('alert')).toHaveTextContent('does not exist');
  });
});

describe('an expanded order', () => {
  const items = [
    anItem({ id: 'calm', productName: 'Tea Towel' }),
    aTroubledItem({
      id: 'part',
      productName: 'Light Holder',
      status: 'PARTIALLY_OOS',
      evidence: { ...NO_EVIDENCE, availableQuantity: 12 },
    }),
    aTroubledItem({
      id: 'lamp',
      productName: 'Desk Lamp',
      merchant: north,
      url: 'https://shop.northlight.example/x?y=1',
    }),
  ];

  it('is grouped by merchant, what needs the buyer first', async () => {
    const { user } = openPage({ order, items });
    await expand(user);
    const northlight = await screen.findByRole('region', { name: 'Northlight' });
    const names = within(screen.getByRole('region', { name: 'Harbour & Pine' }))
      .getAllByRole('listitem')
      .map((item) => item.getAttribute('aria-label'));
    expect(names).toEqual(['Light Holder', 'Tea Towel']);
    expect(within(northlight).getAllByRole('listitem')).toHaveLength(1);
  });

  it.each([
    ['BUYER', 1, '1 of 2 needs you'],
    ['BUYER', 2, '2 of 2 need you'],
    ['OPERATOR', 1, '1 of 2 needs the buyer'],
    ['OPERATOR', 2, '2 of 2 need the buyer'],
  ] as const)('says to a %s at each merchant how many need it: %i', async (role, needy, words) => {
    const items = [1, 2].map((n) =>
      (n <= needy ? aTroubledItem : anItem)({ id: `item-${n}`, productName: `Peg ${n}` }),
    );
    const { user } = openPage({ order, items, viewer: aViewer(role) });
    await expand(user);
    expect(await screen.findByRole('region', { name: 'Harbour & Pine' })).toHaveTextContent(words);
  });

  it('has all its items, however many there are', async () => {
    const items = Array.from({ length: 30 }, (_, line) =>
      anItem({ id: `item-${line}`, productName: `Peg ${line}`, merchant: line < 18 ? anItem().merchant : north }),
    );
    const { user } = openPage({ order: anOrder({ itemCount: 30, merchantCount: 2 }), items });
    await expand(user);
    await screen.findByText('Peg 29');
    const groups = screen.getAllByRole('region').map((group) => within(group).getAllByRole('listitem').length);
    expect(groups).toEqual([18, 12]);
  });

  it('says merchant and status first, with the evidence, then the item', async () => {
    const { user } = openPage({ order, items });
    await expand(user);
    const text = (await row('Light Holder')).textContent ?? '';
    const places = [
      'Harbour & Pine',
      'Partially OOS',
      '12 of 40 available',
      'Light Holder',
      '40 × £12.50',
      'Modify',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('shows the host of a link, and opens it without giving this page away', async () => {
    const { user } = openPage({ order, items });
    await expand(user);
    const link = within(await row('Desk Lamp')).getByRole('link');
    expect(link).toHaveTextContent('shop.northlight.example');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  it('explains the status at a press', async () => {
    const { user } = openPage({ order, items });
    await expand(user);
    const help = within(await row('Desk Lamp')).getByRole('button', { name: 'What does OOS mean?' });
    const words = within(await row('Desk Lamp')).getByText('The seller has none left. Choose another item.');
    expect(words).not.toBeVisible();
    await user.click(help);
    expect(words).toBeVisible();
  });

  it('offers exactly what the API allows', async () => {
    const { user } = openPage({ order, items: [aTroubledItem({ allowedActions: ['KEEP'] })] });
    await expand(user);
    const item = within(await row('Oak Serving Board'));
    expect(item.getByRole('button', { name: 'Keep as is: Oak Serving Board' })).toBeInTheDocument();
    expect(item.queryByRole('button', { name: /^(Modify|Cancel item|Report)/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Prepare shipment' })).not.toBeInTheDocument();
  });

  it('can be read and not changed when it is closed', async () => {
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    const { user } = openPage({
      order: closed,
      items: [aTroubledItem({ attention: 'SET_ASIDE', allowedActions: [] })],
    });
    await expand(user);
    await screen.findByText(/Closed 5 Mar 2026, 10:00\./);
    expect(screen.queryByRole('button', { name: /^(Modify|Keep|Cancel|Report|Prepare)/ })).not.toBeInTheDocument();
  });
});
