import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, aViewer } from '../test/facts';
import { graphqlError, unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';

const order = anOrder({ attentionCount: 1, allowedActions: ['PREPARE_SHIPMENT'] });
const item = aTroubledItem();
const person = { __typename: 'Person', name: 'Bea Buyer', role: 'BUYER' };
const UNKNOWN = /do not know whether this arrived.*nothing is done twice/;

type Page = ReturnType<typeof openPage>;

function openOrder(answers: Parameters<typeof openPage>[1], items = [item], viewer = aViewer()) {
  return openPage({ order, items, viewer }, answers, '/orders/order-1');
}

async function openDialog({ user }: Page, button: string) {
  await user.click(await screen.findByRole('button', { name: button }));
  return within(await screen.findByRole('dialog'));
}

/** The first call is committed, and its answer lost; the same key then gives what the first call came to. */
function losesItsAnswer(mutation: string, success: object) {
  let lost = false;
  return () => {
    if (lost) return { [mutation]: success };
    lost = true;
    return unreachable();
  };
}

const done = (typename: string, facts: object) => ({
  __typename: typename,
  item: { ...aTroubledItem({ revision: 2, ...facts }), order },
  change: { __typename: 'Change', cursor: 'cursor-own' },
});
const replaced = done('ReplaceItemSuccess', { status: 'PENDING', attention: 'WAITING', allowedActions: [] });
const cancelled = done('CancelItemSuccess', { status: 'CANCELLED', allowedActions: ['REPLACE'] });

async function tellLive({ server }: Page, kind: string, result: { item: object }) {
  await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
  act(() => server.send({ cursor: 'cursor-own', kind, actor: person, order, item: result.item }));
}

function expectSameInputTwice({ server }: Page, operation: string) {
  const [first, second, ...more] = server.inputsOf(operation);
  expect(first?.idempotencyKey).toEqual(expect.any(String));
  expect(second).toEqual(first);
  expect(more).toEqual([]);
}

describe('an act whose answer was lost after it was done', () => {
  it('says that nobody knows, and modifying again succeeds, even when the change is seen meanwhile', async () => {
    const page = openOrder({ replaceItem: losesItsAnswer('replaceItem', replaced) });
    const dialog = await openDialog(page, 'Modify Oak Serving Board');
    await page.user.click(dialog.getByRole('button', { name: 'Modify' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(UNKNOWN);
    await tellLive(page, 'ITEM_REPLACED', replaced);
    await dialog.findByText('Pending');
    expect(dialog.getByRole('button', { name: 'Modify' })).toBeEnabled();
    await page.user.click(dialog.getByRole('button', { name: 'Modify' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectSameInputTwice(page, 'ReplaceItem');
  });

  it('is modified again with the same key after a reload', async () => {
    const answers = { replaceItem: losesItsAnswer('replaceItem', replaced) };
    const before = openOrder(answers);
    const dialog = await openDialog(before, 'Modify Oak Serving Board');
    await before.user.type(dialog.getByLabelText('Product Name'), ' XL');
    await before.user.click(dialog.getByRole('button', { name: 'Modify' }));
    await dialog.findByRole('alert');
    cleanup();
    const after = openOrder(answers);
    const again = await openDialog(after, 'Modify Oak Serving Board');
    await after.user.click(again.getByRole('button', { name: 'Modify' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(after.server.inputsOf('ReplaceItem')).toEqual(before.server.inputsOf('ReplaceItem'));
  });

  it('is sent anew when the item has gone wrong again since', async () => {
    const page = openOrder({ replaceItem: losesItsAnswer('replaceItem', replaced) });
    const dialog = await openDialog(page, 'Modify Oak Serving Board');
    await page.user.click(dialog.getByRole('button', { name: 'Modify' }));
    await dialog.findByRole('alert');
    await tellLive(page, 'ITEM_STATUS_REPORTED', { item: aTroubledItem({ revision: 3, status: 'NO_RESPONSE' }) });
    await dialog.findByText('No Response');
    await page.user.click(dialog.getByRole('button', { name: 'Modify' }));
    await waitFor(() => expect(page.server.inputsOf('ReplaceItem')).toHaveLength(2));
    const [first, second] = page.server.inputsOf('ReplaceItem');
    expect(second).toMatchObject({ expectedRevision: 3 });
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });

  it('can be cancelled again from the same question', async () => {
    const page = openOrder({ cancelItem: losesItsAnswer('cancelItem', cancelled) });
    const dialog = await openDialog(page, 'Cancel item: Oak Serving Board');
    await page.user.click(dialog.getByRole('button', { name: 'Cancel item' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(UNKNOWN);
    await tellLive(page, 'ITEM_CANCELLED', cancelled);
    await screen.findByText('Cancelled');
    await page.user.click(dialog.getByRole('button', { name: 'Cancel item' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectSameInputTwice(page, 'CancelItem');
  });

  it('is reported again with the same key, even from another opening of the dialog', async () => {
    const pending = anItem({ allowedActions: ['REPORT'] });
    const reported = done('ReportItemStatusSuccess', { allowedActions: ['REPORT'] });
    const page = openOrder(
      { reportItemStatus: losesItsAnswer('reportItemStatus', reported) },
      [pending],
      aViewer('OPERATOR'),
    );
    const dialog = await openDialog(page, 'Report Oak Serving Board');
    await page.user.click(dialog.getByRole('radio', { name: /^OOS/ }));
    await page.user.type(dialog.getByLabelText('Note to the buyer'), 'None left');
    await page.user.click(dialog.getByRole('button', { name: 'Report' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(UNKNOWN);
    await page.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const again = await openDialog(page, 'Report Oak Serving Board');
    expect(again.getByLabelText('Note to the buyer')).toHaveValue('None left');
    await page.user.click(again.getByRole('button', { name: 'Report' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectSameInputTwice(page, 'ReportItemStatus');
  });

  it('is prepared again with the same key', async () => {
    const closed = anOrder({ state: 'CLOSED', closedAt: '2026-03-05T10:00:00.000Z' });
    const success = { __typename: 'PrepareShipmentSuccess', order: { ...closed, items: [item] } };
    const page = openOrder({ prepareShipment: losesItsAnswer('prepareShipment', success) });
    const dialog = await openDialog(page, 'Prepare shipment');
    await page.user.click(dialog.getByRole('button', { name: 'Prepare shipment' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(UNKNOWN);
    await page.user.click(dialog.getByRole('button', { name: 'Prepare shipment' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expectSameInputTwice(page, 'PrepareShipment');
  });

  it('is no longer in doubt in its row once the change is seen', async () => {
    const kept = done('KeepItemSuccess', { attention: 'SET_ASIDE', allowedActions: ['REPLACE'] });
    const page = openOrder({ keepItem: losesItsAnswer('keepItem', kept) });
    await page.user.click(await screen.findByRole('button', { name: 'Keep as is: Oak Serving Board' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(UNKNOWN);
    await tellLive(page, 'ITEM_KEPT', kept);
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });
});

describe('an act that was answered with a fault', () => {
  it.each([
    ['INTERNAL_SERVER_ERROR', UNKNOWN],
    ['BAD_USER_INPUT', /Something went wrong on our side/],
  ])('says of %s whether it may have been done', async (code, words) => {
    const page = openOrder({ cancelItem: () => graphqlError(code) });
    const dialog = await openDialog(page, 'Cancel item: Oak Serving Board');
    await page.user.click(dialog.getByRole('button', { name: 'Cancel item' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(words);
  });
});
