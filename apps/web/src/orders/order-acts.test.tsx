import { screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, NO_EVIDENCE } from '../test/facts';
import { unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';

const order = anOrder({ attentionCount: 2, itemCount: 3, merchantCount: 2, total: '1034.34' });

async function expand(user: ReturnType<typeof openPage>['user'], number = 'AB12-CD34') {
  await user.click(await screen.findByRole('button', { name: new RegExp(number) }));
}
const row = (name: string) => screen.findByRole('listitem', { name });

describe('keeping and cancelling', () => {
  const items = [aTroubledItem()];
  const settled = (typename: string, facts: object) => ({
    __typename: typename,
    item: { ...aTroubledItem({ revision: 2, ...facts }), order: anOrder({ attentionCount: 0 }) },
    change: { __typename: 'Change', cursor: 'cursor-1' },
  });

  it('sets an item aside and counts it no longer', async () => {
    const kept = {
      attention: 'SET_ASIDE' as const,
      keptAt: '2026-03-02T00:00:00.000Z',
      allowedActions: ['REPLACE' as const],
    };
    const { server, user } = openPage(
      { order: anOrder({ attentionCount: 1 }), items },
      { keepItem: () => ({ keepItem: settled('KeepItemSuccess', kept) }) },
    );
    await expand(user);
    await user.click(await screen.findByRole('button', { name: 'Keep as is: Oak Serving Board' }));
    expect(await within(await row('Oak Serving Board')).findByText('Kept as is')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toHaveTextContent('Nothing needs you');
    expect(server.inputsOf('KeepItem')[0]).toMatchObject({ itemId: 'item-1', expectedRevision: 1 });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Modify Oak Serving Board' })).toHaveFocus());
  });

  it('cancels only after the question is answered', async () => {
    const cancelled = { status: 'CANCELLED' as const, allowedActions: ['REPLACE' as const] };
    const { server, user } = openPage(
      { order, items },
      { cancelItem: () => ({ cancelItem: settled('CancelItemSuccess', cancelled) }) },
    );
    await expand(user);
    await user.click(await screen.findByRole('button', { name: 'Cancel item: Oak Serving Board' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(server.inputsOf('CancelItem')).toHaveLength(0);
    await user.click(dialog.getByRole('button', { name: 'Cancel item' }));
    expect(await within(await row('Oak Serving Board')).findByText('Cancelled')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks in words that a name cannot turn round', async () => {
    const name = 'Oak\u202edraoB';
    const { user } = openPage({ order, items: [aTroubledItem({ productName: name })] });
    await expand(user);
    await user.click(await screen.findByRole('button', { name: `Cancel item: ${name}` }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(`\u2068${name}\u2069 will not be bought`);
  });

  it('says why it was refused, and shows the item as it is now', async () => {
    const conflict = {
      __typename: 'ItemRevisionConflict',
      code: 'ITEM_REVISION_CONFLICT',
      message: '',
      item: { ...anItem({ revision: 2, allowedActions: ['CANCEL'] }), order },
    };
    const { user } = openPage({ order, items }, { keepItem: () => ({ keepItem: conflict }) });
    await expand(user);
    await user.click(await screen.findByRole('button', { name: 'Keep as is: Oak Serving Board' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('changed meanwhile');
    expect(within(await row('Oak Serving Board')).getByText('Pending')).toBeInTheDocument();
  });

  it('uses the same key when an unanswered act is tried again', async () => {
    let fails = 1;
    const { server, user } = openPage(
      { order, items },
      {
        keepItem: () =>
          fails-- > 0 ? unreachable() : { keepItem: settled('KeepItemSuccess', { allowedActions: [] }) },
      },
    );
    await expand(user);
    const keep = await screen.findByRole('button', { name: 'Keep as is: Oak Serving Board' });
    await user.click(keep);
    expect(await screen.findByRole('alert')).toHaveTextContent('do not know whether this arrived');
    await user.click(keep);
    await waitFor(() => expect(keep).not.toBeInTheDocument());
    const [first, second] = server.inputsOf('KeepItem');
    expect(first?.idempotencyKey).toBeTruthy();
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
  });
});

describe('preparing the shipment', () => {
  it('says what will not ship before it closes the order', async () => {
    const open = anOrder({ allowedActions: ['PREPARE_SHIPMENT'] });
    const items = [
      anItem({ id: 'all', productName: 'Tea Towel' }),
      aTroubledItem({ id: 'none', productName: 'Desk Lamp' }),
      aTroubledItem({
        id: 'part',
        productName: 'Light Holder',
        status: 'PARTIALLY_OOS',
        shipmentShare: 'PART',
        evidence: { ...NO_EVIDENCE, availableQuantity: 12 },
      }),
    ];
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    const { user } = openPage(
      { order: open, items },
      {
        prepareShipment: () => ({
          prepareShipment: {
            __typename: 'PrepareShipmentSuccess',
            order: { ...closed, items: items.map((item) => ({ ...item, allowedActions: [], attention: 'SET_ASIDE' })) },
          },
        }),
      },
    );
    await expand(user);
    await user.click(await screen.findByRole('button', { name: 'Prepare shipment' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Desk Lamp').closest('li')).toHaveTextContent('OOS');
    expect(dialog.getByText('Light Holder').closest('li')).toHaveTextContent('12 of 40 will ship');
    expect(dialog.queryByText('Tea Towel')).not.toBeInTheDocument();
    expect(dialog.getByText(/nothing in it can be changed/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Prepare shipment' }));
    await screen.findByText(/no longer changed/);
    expect(screen.queryByRole('button', { name: /^(Modify|Prepare)/ })).not.toBeInTheDocument();
  });

  it('closes what was seen only, and shows what has changed meanwhile', async () => {
    const open = anOrder({ allowedActions: ['PREPARE_SHIPMENT'] });
    const items = [anItem({ id: 'one', revision: 4 }), anItem({ id: 'two', productName: 'Desk Lamp', revision: 2 })];
    const lamp = aTroubledItem({ id: 'two', productName: 'Desk Lamp', revision: 3, shipmentShare: 'NONE' });
    const { server, user } = openPage(
      { order: open, items },
      {
        prepareShipment: () => ({
          prepareShipment: {
            __typename: 'OrderRevisionConflict',
            code: 'ORDER_REVISION_CONFLICT',
            message: '',
            order: { ...open, items: [items[0], lamp] },
          },
        }),
      },
    );
    await expand(user);
    await user.click(await screen.findByRole('button', { name: 'Prepare shipment' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('All items will ship.')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Prepare shipment' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('nothing was closed');
    expect(dialog.getByText('Desk Lamp').closest('li')).toHaveTextContent('OOS');
    await user.click(dialog.getByRole('button', { name: 'Prepare shipment' }));
    await waitFor(() => expect(server.inputsOf('PrepareShipment')).toHaveLength(2));
    const [first, second] = server.inputsOf('PrepareShipment');
    expect([first?.expectedRevision, second?.expectedRevision]).toEqual([6, 7]);
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });
});
