import { jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, aViewer } from '../test/facts';
import { graphqlError, unreachable } from '../test/fake-server';
import { openPage, ordersPage } from '../test/render-app';
import { page } from '../ui/page';

const order = anOrder();
const operator = { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' };
const oos = aTroubledItem({ revision: 2 });

function reported(facts: object = {}) {
  return {
    cursor: 'cursor-1',
    kind: 'ITEM_STATUS_REPORTED',
    actor: operator,
    order: anOrder({ attentionCount: 1 }),
    item: oos,
    ...facts,
  };
}
const row = () => screen.findByRole('listitem', { name: 'Oak Serving Board' });

async function openOrder(answers = {}) {
  const page = openPage({ order, items: [anItem()] }, answers, '/orders/order-1');
  await row();
  await waitFor(() => expect(page.server.variablesOf('Changes')).toHaveLength(1));
  return page;
}

describe('what changes elsewhere', () => {
  it('is followed from where the viewer stood when the page was opened', async () => {
    const { server } = await openOrder();
    expect(server.variablesOf('Changes')).toEqual([{ after: 'cursor-0' }]);
  });

  it('shows in the row and the order, and is announced politely', async () => {
    const { server } = await openOrder();
    act(() => server.send(reported()));
    expect(await within(await row()).findByText('OOS')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toHaveTextContent('1 needs you');
    const announcement = await screen.findByText('Oak Serving Board: OOS');
    expect(announcement).toHaveAttribute('aria-live', 'polite');
  });

  it('does not announce what the person did in this window', async () => {
    const kept = aTroubledItem({
      revision: 3,
      attention: 'SET_ASIDE',
      keptAt: '2026-03-02T00:00:00.000Z',
      allowedActions: [],
    });
    const { server, user } = openPage(
      { order, items: [oos] },
      {
        keepItem: () => ({
          keepItem: {
            __typename: 'KeepItemSuccess',
            item: { ...kept, order },
            change: { __typename: 'Change', cursor: 'cursor-own' },
          },
        }),
      },
      '/orders/order-1',
    );
    await user.click(await screen.findByRole('button', { name: 'Keep as is: Oak Serving Board' }));
    await screen.findByText('Kept as is');
    act(() => server.send(reported({ cursor: 'cursor-own', kind: 'ITEM_KEPT', item: kept })));
    act(() =>
      server.send(reported({ cursor: 'cursor-2', item: anItem({ id: 'other', productName: 'Lamp', status: 'OOS' }) })),
    );
    // The act itself is said once, by the one who did it; the echo adds nothing.
    expect(await screen.findByText(/Lamp: OOS/)).toHaveTextContent(/^(Oak Serving Board: kept as is\. )?Lamp: OOS$/);
  });

  it('resumes after a drop from the last change received', async () => {
    const { server } = await openOrder();
    act(() => server.send(reported()));
    act(() => server.drop());
    await waitFor(() => expect(server.variablesOf('Changes')).toEqual([{ after: 'cursor-0' }, { after: 'cursor-1' }]));
  });

  it('leads to the sign-in when the drop was the end of the session', async () => {
    const { server } = await openOrder();
    server.answers.session = () => ({ viewer: null });
    act(() => server.drop());
    await screen.findByLabelText('Password');
  });

  it('loads the page anew when somebody else has signed in in another tab', async () => {
    const reload = jest.spyOn(page, 'reload').mockImplementation(() => {});
    const { server } = await openOrder();
    server.answers.session = () => ({ viewer: { ...aViewer(), id: 'account-other', name: 'Otto Other' } });
    server.answers.orders = () => ordersPage([]);
    server.answers.linkedOrder = () => ({ order: null });
    act(() => server.drop());
    await waitFor(() => expect(reload).toHaveBeenCalledTimes(1));
    expect(screen.queryByText(/Oak Serving Board/)).not.toBeInTheDocument();
  });

  it('offers a new order without pushing the others away', async () => {
    const fresh = anOrder({ id: 'order-2', number: 'NEWO-RDER' });
    const { server, user } = await openOrder();
    act(() => server.send({ cursor: 'cursor-1', kind: 'ORDER_PLACED', actor: operator, order: fresh, item: null }));
    await screen.findByText('New order NEWO-RDER', { ignore: '[aria-live]' });
    expect(screen.queryByRole('button', { name: /NEWO-RDER/ })).not.toBeInTheDocument();
    server.answers.orders = () => ordersPage([fresh, order]);
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await screen.findByRole('button', { name: /NEWO-RDER/ });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show' })).not.toBeInTheDocument());
  });

  it('reads the items of an order again when it was closed elsewhere', async () => {
    const { server } = openPage({ order, items: [oos] }, {}, '/orders/order-1');
    await screen.findByRole('button', { name: 'Modify Oak Serving Board' });
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    server.answers.orderItems = () => ({ order: { ...closed, items: [{ ...oos, allowedActions: [] }] } });
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() => server.send({ cursor: 'cursor-1', kind: 'ORDER_CLOSED', actor: operator, order: closed, item: null }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Modify/ })).not.toBeInTheDocument());
  });

  it('reads the items of a closed order until that succeeds', async () => {
    const { server } = openPage({ order, items: [oos] }, {}, '/orders/order-1');
    await screen.findByRole('button', { name: 'Modify Oak Serving Board' });
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    let fails = 1;
    server.answers.orderItems = () =>
      fails-- > 0 ? unreachable() : { order: { ...closed, items: [{ ...oos, allowedActions: [] }] } };
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() => server.send({ cursor: 'cursor-1', kind: 'ORDER_CLOSED', actor: operator, order: closed, item: null }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Modify/ })).not.toBeInTheDocument());
  });

  it('reads a collapsed order again, once it is opened, when the server no longer knew the cursor', async () => {
    const { server, user } = await openOrder();
    await user.click(screen.getByRole('button', { name: /AB12-CD34/ }));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: 'Oak Serving Board' })).not.toBeInTheDocument());
    server.answers.orderItems = () => ({ order: { ...order, items: [oos] } });
    server.answers.session = () => ({ viewer: { ...aViewer(), latestChangeCursor: 'fresh' } });
    act(() => server.fail(graphqlError('INVALID_CURSOR')));
    await waitFor(() => expect(server.variablesOf('Changes').at(-1)).toEqual({ after: 'fresh' }));
    await user.click(screen.getByRole('button', { name: /AB12-CD34/ }));
    expect(await within(await row()).findByText('OOS')).toBeInTheDocument();
  });

  it('reads everything again when the server no longer knows the cursor', async () => {
    let known = false;
    const { server } = await openOrder();
    server.answers.session = () => ({
      viewer: {
        __typename: 'Account',
        id: 'account-BUYER',
        name: 'Bea Buyer',
        email: '',
        role: 'BUYER',
        latestChangeCursor: 'fresh',
      },
    });
    server.answers.orderItems = () => {
      known = true;
      return { order: { ...order, items: [oos] } };
    };
    act(() => server.fail(graphqlError('INVALID_CURSOR')));
    expect(await within(await row()).findByText('OOS')).toBeInTheDocument();
    expect(known).toBe(true);
    await waitFor(() => expect(server.variablesOf('Changes').at(-1)).toEqual({ after: 'fresh' }));
  });
});
