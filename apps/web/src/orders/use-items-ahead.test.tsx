import { act, screen, waitFor } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem } from '../test/facts';
import { putInSight } from '../test/in-sight';
import { openPage, ordersPage } from '../test/render-app';

const needy = anOrder({ attentionCount: 1 });
const items = [aTroubledItem()];
const actor = { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' };

const toggle = (number = needy.number) => screen.findByRole('button', { name: new RegExp(number) });
const fetched = ({ server }: ReturnType<typeof openPage>) => server.variablesOf('OrderItems').map(({ id }) => id);

describe('the items of an order in sight', () => {
  it('are fetched while the page is idle, and not again when it is opened', async () => {
    putInSight();
    const page = openPage({ order: needy, items });
    await toggle();
    await waitFor(() => expect(fetched(page)).toEqual([needy.id]));
    await page.user.click(await toggle());
    await screen.findByRole('listitem', { name: 'Oak Serving Board' });
    expect(fetched(page)).toEqual([needy.id]);
  });

  it('are fetched first where it needs the buyer, then where it is large, and no more than a thousand', async () => {
    putInSight();
    const sizes = { calm: 49, huge: 500, large: 440, tooMuch: 500, fits: 52 };
    const orders = Object.entries(sizes).map(([id, itemCount]) => anOrder({ id, number: id, itemCount }));
    const page = openPage(
      {},
      {
        orders: () => ordersPage([...orders, { ...needy, itemCount: 5 }]),
        orderItems: ({ id }) => ({ order: { ...needy, id, items: [anItem({ id: `item of ${id}` })] } }),
      },
    );
    await waitFor(() => expect(fetched(page)).toEqual([needy.id, 'huge', 'large', 'fits']));
  });

  it('are fetched one order after the other, whatever becomes of the one before', async () => {
    putInSight();
    let fail = () => {};
    const other = anOrder({ id: 'order-2', number: 'ZZ99-YY88', attentionCount: 1 });
    const page = openPage(
      {},
      {
        orders: () => ordersPage([needy, other]),
        orderItems: ({ id }) =>
          id === other.id ? { order: { ...other, items } } : new Promise<Error>((_, reject) => (fail = reject)),
      },
    );
    await waitFor(() => expect(fetched(page)).toEqual([needy.id]));
    fail();
    await waitFor(() => expect(fetched(page)).toEqual([needy.id, other.id]));
  });

  it('are left alone where data is to be saved', async () => {
    putInSight();
    await savingData(async () => {
      const page = openPage({ order: needy, items });
      await toggle();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(fetched(page)).toEqual([]);
    });
  });
});

describe('the first items of a large order in sight', () => {
  const large = anOrder({ itemCount: 60 });

  it('are fetched at once and once, and are all that is where data is to be saved', async () => {
    putInSight();
    await savingData(async () => {
      const { server } = openPage({ order: large, items });
      await toggle();
      await waitFor(() => expect(server.variablesOf('FirstItems')).toEqual([{ id: large.id }]));
      await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
      act(() => server.send({ cursor: 'c', kind: 'ITEM_STATUS_REPORTED', actor, order: large, item: aTroubledItem() }));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(server.asked.filter(({ operation }) => operation.endsWith('Items'))).toHaveLength(1);
    });
  });

  it('are not asked for where it is small', async () => {
    putInSight();
    const page = openPage({ order: needy, items });
    await waitFor(() => expect(fetched(page)).toEqual([needy.id]));
    expect(page.server.variablesOf('FirstItems')).toEqual([]);
  });
});

async function savingData(visit: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  try {
    await visit();
  } finally {
    Reflect.deleteProperty(navigator, 'connection');
  }
}
