import { act, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { openPage, ordersPage } from '../test/render-app';

const order = anOrder();
const troubled = anOrder({ attentionCount: 1 });
const reported = {
  cursor: 'cursor-1',
  kind: 'ITEM_STATUS_REPORTED',
  actor: { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' },
  order: troubled,
  item: aTroubledItem({ revision: 2 }),
};

/** An answer that stays on its way until it is told to arrive. */
function onItsWay(answer: object) {
  let arrive = () => {};
  const coming = new Promise<object>((resolve) => {
    arrive = () => resolve(answer);
  });
  return { coming, arrive: () => act(async () => arrive()) };
}

const card = () => screen.findByRole('button', { name: /AB12-CD34/ });
const row = () => screen.findByRole('listitem', { name: 'Oak Serving Board' });

describe('an answer that what happened meanwhile has overtaken', () => {
  it('takes nothing of it back in an order that is being opened', async () => {
    const { coming, arrive } = onItsWay({ order: { ...order, items: [anItem()] } });
    const { server, user } = openPage({ order }, { orderItems: () => coming });
    await user.click(await card());
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() => server.send(reported));
    await arrive();
    expect(within(await row()).getByText('OOS')).toBeInTheDocument();
    expect(await card()).toHaveTextContent('1 needs you');
  });

  it('takes nothing of it back in the list of orders', async () => {
    const { coming, arrive } = onItsWay(ordersPage([order]));
    const { server } = openPage({ order }, { orders: () => coming });
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() => server.send(reported));
    await arrive();
    expect(await card()).toHaveTextContent('1 needs you');
  });

  it('is asked for again when the order was closed, for then its items allow nothing any more', async () => {
    const { coming, arrive } = onItsWay({ order: { ...order, items: [aTroubledItem()] } });
    const { server, user } = openPage({ order }, { orderItems: () => coming });
    await user.click(await card());
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    server.answers.orderItems = () => ({ order: { ...closed, items: [aTroubledItem({ allowedActions: [] })] } });
    act(() => server.send({ ...reported, kind: 'ORDER_CLOSED', order: closed, item: null }));
    await arrive();
    expect(within(await row()).queryByRole('button', { name: /^Modify/ })).not.toBeInTheDocument();
    expect(server.variablesOf('OrderItems')).toHaveLength(2);
  });

  it('leaves alone what was asked for afterwards', async () => {
    const { server, user } = openPage({ order, items: [anItem({ revision: 3 })] });
    await card();
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() => server.send(reported));
    await user.click(await card());
    expect(within(await row()).getByText('Pending')).toBeInTheDocument();
    expect(await card()).toHaveTextContent('Nothing needs you');
  });
});
