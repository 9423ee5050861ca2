import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, aViewer } from '../test/facts';
import { openPage, ordersPage } from '../test/render-app';

const order = anOrder({ attentionCount: 1 });
const item = aTroubledItem();
const AT_ITEM = '/orders/order-1?modify=item-1';
const READS = ['Session', 'DemoAccounts', 'Orders', 'LinkedOrder', 'OrderItems', 'Changes'];
type Shop = Parameters<typeof openPage>[0];
type Answers = Parameters<typeof openPage>[1];

const address = () => window.location.pathname + window.location.search;
const theDialog = () => screen.findByRole('dialog', { name: 'Modify Oak Serving Board' });
const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
const theRow = () => screen.findByRole('listitem', { name: 'Oak Serving Board' });

function openLink(shop: Shop = {}, answers: Answers = {}, path = AT_ITEM) {
  return openPage({ order, items: [item], ...shop }, answers, path);
}

async function signIn(user: ReturnType<typeof openPage>['user']) {
  await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
}

describe('a link to an item that can be put right', () => {
  it('opens Modify over its order, and asks the server to change nothing', async () => {
    const { server } = openLink();
    await theDialog();
    expect(address()).toBe('/orders/order-1');
    expect(screen.getByRole('button', { name: /AB12-CD34/, hidden: true })).toHaveAttribute('aria-expanded', 'true');
    expect(server.asked.filter(({ operation }) => !READS.includes(operation))).toEqual([]);
  });

  it('goes back to the order, and forward to the dialog', async () => {
    openLink();
    await theDialog();
    act(() => window.history.back());
    await noDialog();
    expect(address()).toBe('/orders/order-1');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Modify Oak Serving Board' })).toHaveFocus());
    act(() => window.history.forward());
    await theDialog();
  });

  it('brings the dialog again with a reload, and what was typed', async () => {
    const { user } = openLink();
    await user.type(within(await theDialog()).getByLabelText('Product Name'), ' XL');
    const { state } = window.history;
    const place = address();
    cleanup();
    openLink({}, {}, place);
    act(() => window.history.replaceState(state, ''));
    expect(within(await theDialog()).getByLabelText('Product Name')).toHaveValue('Oak Serving Board XL');
  });

  it('does not come again where it was closed by hand', async () => {
    const { user } = openLink();
    await theDialog();
    await user.keyboard('{Escape}');
    await noDialog();
    expect(address()).toBe('/orders/order-1');
    await user.click(screen.getByRole('button', { name: /AB12-CD34/ }));
    await user.click(screen.getByRole('button', { name: /AB12-CD34/ }));
    await theRow();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('leads there after a sign-in, also when the sign-in was reloaded', async () => {
    const signedIn = { signIn: () => ({ signIn: { __typename: 'SignInSuccess', account: aViewer() } }) };
    openLink({ viewer: null }, signedIn);
    await screen.findByLabelText('Email');
    const reloaded = address();
    expect(reloaded).toBe(`/sign-in?next=${encodeURIComponent(AT_ITEM)}`);
    cleanup();
    const { user } = openLink({ viewer: null }, signedIn, reloaded);
    await signIn(user);
    await theDialog();
    expect(address()).toBe('/orders/order-1');
  });

  it('works for an order that the list does not reach to', async () => {
    openLink(
      {},
      {
        orders: () => ordersPage([anOrder({ id: 'order-2', number: 'ZZ99-YY88' })]),
        linkedOrder: () => ({ order }),
      },
    );
    await theDialog();
    expect(screen.getByRole('button', { name: /AB12-CD34/, hidden: true })).toHaveAttribute('aria-expanded', 'true');
  });

  it('keeps the other orders open, and the filter', async () => {
    openLink({}, {}, '/orders/order-1?show=attention&modify=item-1');
    await theDialog();
    expect(address()).toBe('/orders/order-1?show=attention');
  });
});

describe('a link to an item that cannot be put right', () => {
  it.each([
    [
      'Pending again',
      { items: [anItem({ allowedActions: ['CANCEL'] })] },
      'Nothing to put right here any more: this item is Pending.',
    ],
    [
      'in a closed order',
      { order: anOrder({ state: 'CLOSED' }), items: [aTroubledItem({ allowedActions: [] })] },
      'This order is closed.',
    ],
  ])('shows one that is %s, and says why there is no dialog', async (_, shop, words) => {
    const { user } = openLink(shop);
    expect((await screen.findByText(words)).closest('[aria-live]')).toHaveAttribute('aria-live', 'polite');
    await waitFor(async () => expect(await theRow()).toHaveFocus());
    expect(address()).toBe('/orders/order-1');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  });

  it('shows it to an operator without a word', async () => {
    openLink({ viewer: aViewer('OPERATOR'), items: [aTroubledItem({ allowedActions: ['REPORT'] })] });
    await waitFor(async () => expect(await theRow()).toHaveFocus());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Dismiss' })).not.toBeInTheDocument();
  });

  it('says when the order does not hold it', async () => {
    openLink({}, {}, '/orders/order-1?modify=nonsense');
    expect(await screen.findByRole('alert')).toHaveTextContent('no longer there, or it belongs to another account');
    await theRow();
    expect(address()).toBe('/orders/order-1');
  });

  it('says when there is no such order, and that is all', async () => {
    const { user } = openLink(
      {},
      { orders: () => ordersPage([]), linkedOrder: () => ({ order: null }), orderItems: () => ({ order: null }) },
      '/orders/nonsense?modify=item-1',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('does not exist, or it belongs to another account');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(address()).toBe('/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
