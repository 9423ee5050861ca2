import { jest } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, aViewer } from '../../test/facts';
import { graphqlError, unreachable } from '../../test/fake-server';
import { openPage, ordersPage } from '../../test/render-app';
import { page } from '../../ui/page';

const order = anOrder({ attentionCount: 1, allowedActions: ['PREPARE_SHIPMENT'] });
const item = aTroubledItem();
const operator = { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' };
const AT_ORDER = '/orders/order-1';
type Answers = Parameters<typeof openPage>[1];

const opener = (name: string | RegExp) => screen.findByRole('button', { name });
const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
const goBack = () => act(() => window.history.back());
const goForward = () => act(() => window.history.forward());

function openOrder(answers: Answers = {}, viewer = aViewer()) {
  return openPage({ order, items: [item], viewer }, answers, AT_ORDER);
}

async function openModify(answers: Answers = {}) {
  const page = openOrder(answers);
  await page.user.click(await opener('Modify Oak Serving Board'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Modify Oak Serving Board' }));
  return { ...page, dialog, name: dialog.getByLabelText('Product Name') };
}

describe('the way back', () => {
  it.each(['Modify Oak Serving Board', 'Cancel item: Oak Serving Board', 'Prepare shipment'])(
    'closes what “%s” opened, and stays on the page',
    async (button) => {
      const { user } = openOrder();
      await user.click(await opener(button));
      await screen.findByRole('dialog');
      goBack();
      await noDialog();
      expect(window.location.pathname).toBe(AT_ORDER);
      await waitFor(() => expect(screen.getByRole('button', { name: button })).toHaveFocus());
    },
  );

  it('keeps what was typed, and the way forward brings it again', async () => {
    const { user, name } = await openModify();
    await user.type(name, ' XL');
    goBack();
    await noDialog();
    goForward();
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByLabelText('Product Name')).toHaveValue('Oak Serving Board XL');
  });

  it('leads to where one was before the dialog, once it was closed by hand', async () => {
    const { user } = openOrder();
    const modify = await opener('Modify Oak Serving Board');
    act(() => window.history.replaceState({ before: 'the dialog' }, ''));
    await user.click(modify);
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await noDialog();
    expect(window.history.state).toEqual({ before: 'the dialog' });
    // One step back it was, and no more.
    goForward();
    await screen.findByRole('dialog');
  });

  it('and forward do not lead to a dialog whose act succeeded', async () => {
    const cancelled = anItem({ status: 'CANCELLED', revision: 2, allowedActions: ['REPLACE'] });
    const { user } = openOrder({
      cancelItem: () => ({
        cancelItem: {
          __typename: 'CancelItemSuccess',
          item: { ...cancelled, order },
          change: { __typename: 'Change', cursor: 'cursor-1' },
        },
      }),
    });
    await user.click(await opener('Cancel item: Oak Serving Board'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel item' }));
    await noDialog();
    await waitFor(() => expect(window.history.state).toBeNull());
    goForward();
    await waitFor(() => expect(window.history.state).not.toBeNull());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('an open dialog', () => {
  it('outlives its item’s move to another merchant, with the text and the focus', async () => {
    const { server, user, name } = await openModify();
    await user.type(name, ' XL');
    const elsewhere = { ...item, revision: 2, merchant: { name: 'Northlight', host: 'northlight.example' } };
    await waitFor(() => expect(server.variablesOf('Changes')).toHaveLength(1));
    act(() =>
      server.send({ cursor: 'cursor-1', kind: 'ITEM_STATUS_REPORTED', actor: operator, order, item: elsewhere }),
    );
    await screen.findByRole('region', { name: 'Northlight', hidden: true });
    expect(name).toBeInTheDocument();
    expect(name).toHaveValue('Oak Serving Board XL');
    expect(name).toHaveFocus();
  });

  it('outlives its order’s leaving the list, and comes again with a reload', async () => {
    const { user, name } = await openModify();
    await user.type(name, ' XL');
    const { state } = window.history;
    cleanup();
    // The order is no longer on the list that the page begins with.
    openPage({ order, items: [item] }, { orders: () => ordersPage([]) }, '/?show=attention');
    act(() => window.history.replaceState(state, ''));
    const again = within(await screen.findByRole('dialog', { name: 'Modify Oak Serving Board' }));
    expect(again.getByLabelText('Product Name')).toHaveValue('Oak Serving Board XL');
  });

  it('comes again, with what was typed, after a sign-in that the end of the session asked for', async () => {
    const { user, dialog, name } = await openModify({
      replaceItem: () => graphqlError('UNAUTHENTICATED'),
      signIn: () => ({ signIn: { __typename: 'SignInSuccess', account: aViewer() } }),
    });
    await user.type(name, ' XL');
    await user.click(dialog.getByRole('button', { name: 'Modify' }));
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    const again = within(await screen.findByRole('dialog', { name: 'Modify Oak Serving Board' }));
    expect(again.getByLabelText('Product Name')).toHaveValue('Oak Serving Board XL');
  });
});

describe('what was typed and not sent', () => {
  async function typeAndClose() {
    const page = await openModify({ signOut: () => ({ signOut: true }) });
    await page.user.type(page.name, ' XL');
    await page.user.keyboard('{Escape}');
    await noDialog();
    return page;
  }
  async function nameAfterReload(viewer = aViewer()) {
    cleanup();
    const { user } = openOrder({}, viewer);
    await user.click(await opener('Modify Oak Serving Board'));
    return within(await screen.findByRole('dialog')).getByLabelText('Product Name');
  }

  it('is still there after a reload', async () => {
    await typeAndClose();
    expect(await nameAfterReload()).toHaveValue('Oak Serving Board XL');
  });

  it('is not shown to another account', async () => {
    await typeAndClose();
    expect(await nameAfterReload({ ...aViewer(), id: 'account-other' })).toHaveValue('Oak Serving Board');
  });

  it('goes with a sign-out', async () => {
    const openAt = jest.spyOn(page, 'openAt').mockImplementation(() => {});
    const { user } = await typeAndClose();
    await user.click(screen.getByRole('button', { name: /Account of/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(openAt).toHaveBeenCalledWith('/sign-in'));
    expect(await nameAfterReload()).toHaveValue('Oak Serving Board');
  });
});

describe('a dialog closed while its act is under way', () => {
  it('says so when that fails, and opens again with what was typed', async () => {
    let fail = () => {};
    const { user, dialog, name } = await openModify({
      replaceItem: () =>
        new Promise((resolve) => {
          fail = () => resolve(unreachable());
        }),
    });
    await user.type(name, ' XL');
    await user.click(dialog.getByRole('button', { name: 'Modify' }));
    await user.keyboard('{Escape}');
    await noDialog();
    act(() => fail());
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent(/^Modify Oak Serving Board: We got no answer/);
    await user.click(within(notice).getByRole('button', { name: 'Open again' }));
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByLabelText('Product Name')).toHaveValue('Oak Serving Board XL');
    expect(notice).not.toBeInTheDocument();
  });
});
