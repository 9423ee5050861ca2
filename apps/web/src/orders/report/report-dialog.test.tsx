import { act, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aViewer } from '../../test/facts';
import { openPage } from '../../test/render-app';

const order = anOrder();
const item = anItem({ allowedActions: ['REPORT'] });

async function openDialog(reportItemStatus: () => object) {
  const page = openPage({ order, items: [item], viewer: aViewer('OPERATOR') }, { reportItemStatus }, '/orders/order-1');
  await page.user.click(await screen.findByRole('button', { name: 'Report Oak Serving Board' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Report Oak Serving Board' }));
  return { ...page, dialog, submit: () => page.user.click(dialog.getByRole('button', { name: 'Report' })) };
}

const reported = () => ({
  reportItemStatus: {
    __typename: 'ReportItemStatusSuccess',
    item: { ...anItem({ status: 'PARTIALLY_OOS', revision: 2, allowedActions: ['REPORT'] }), order },
    change: { __typename: 'Change', cursor: 'cursor-1' },
  },
});

describe('reporting a status', () => {
  it('offers the eleven, asks for the evidence that belongs to the one chosen, and sends it', async () => {
    const { server, user, dialog, submit } = await openDialog(reported);
    expect(dialog.getAllByRole('radio')).toHaveLength(11);
    expect(dialog.queryByLabelText(/Quantity available/)).not.toBeInTheDocument();
    await user.click(dialog.getByRole('radio', { name: /Partially OOS/ }));
    await user.type(dialog.getByLabelText(/Quantity available \(of 40 ordered\)/), '12');
    await user.type(dialog.getByLabelText('Note to the buyer'), 'More in May');
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(server.inputsOf('ReportItemStatus')[0]).toMatchObject({
      itemId: 'item-1',
      expectedRevision: 1,
      status: 'PARTIALLY_OOS',
      evidence: { availableQuantity: 12, note: 'More in May' },
    });
  });

  it('is about the item as it was when the operator opened it, until told that it has changed', async () => {
    const newer = { ...anItem({ productName: 'Ash Board', revision: 2, allowedActions: ['REPORT'] }), order };
    const conflict = () => ({
      reportItemStatus: { __typename: 'ItemRevisionConflict', code: 'X', message: 'x', item: newer },
    });
    const { server, user, dialog, submit } = await openDialog(conflict);
    act(() => server.send({ kind: 'ITEM_REPLACED', cursor: 'cursor-9', order, item: newer }));
    await screen.findByRole('dialog', { name: 'Report Ash Board' });
    await user.click(dialog.getByRole('radio', { name: /^OOS/ }));
    await submit();
    expect(await dialog.findByRole('alert')).toHaveTextContent('changed meanwhile');
    await submit();
    await waitFor(() => expect(server.inputsOf('ReportItemStatus')).toHaveLength(2));
    expect(server.inputsOf('ReportItemStatus').map(({ expectedRevision }) => expectedRevision)).toEqual([1, 2]);
  });

  it('explains each status to operators, and not as to a buyer', async () => {
    const { dialog } = await openDialog(reported);
    expect(dialog.getByText('The seller has only part of the quantity ordered.')).toBeInTheDocument();
    expect(dialog.queryByText(/\b(you|your)\b/i)).not.toBeInTheDocument();
  });

  it('says of the evidence that it helps and may be left empty', async () => {
    const { server, user, dialog, submit } = await openDialog(reported);
    await user.click(dialog.getByRole('radio', { name: /Price Error/ }));
    expect(dialog.getByLabelText(/Present unit price/)).toHaveAccessibleDescription(
      /Leave it empty if you do not know/,
    );
    await submit();
    await waitFor(() => expect(server.inputsOf('ReportItemStatus')).toMatchObject([{ status: 'PRICE_ERROR' }]));
  });

  it('does not take the evidence of one status over to another', async () => {
    const { server, user, dialog, submit } = await openDialog(reported);
    await user.click(dialog.getByRole('radio', { name: /Partially OOS/ }));
    await user.type(dialog.getByLabelText(/Quantity available/), '12');
    await user.click(dialog.getByRole('radio', { name: /MOQ Required/ }));
    expect(dialog.getByLabelText(/Minimum order quantity/)).toHaveValue('');
    await submit();
    await waitFor(() => expect(server.inputsOf('ReportItemStatus')).toHaveLength(1));
    expect(server.inputsOf('ReportItemStatus')[0]?.evidence).toBeUndefined();
  });

  it('sends nothing before a status is chosen', async () => {
    const { server, dialog, submit } = await openDialog(reported);
    await submit();
    const first = dialog.getByRole('radio', { name: 'Pending' });
    expect(first).toHaveAccessibleDescription(/Choose what happened\.$/);
    expect(first).toHaveFocus();
    expect(server.inputsOf('ReportItemStatus')).toHaveLength(0);
  });

  it('goes to the evidence that is no number, each time', async () => {
    const { server, user, dialog, submit } = await openDialog(reported);
    await user.click(dialog.getByRole('radio', { name: /Partially OOS/ }));
    const field = dialog.getByLabelText(/Quantity available/);
    await user.type(field, 'some');
    for (let presses = 0; presses < 2; presses += 1) {
      await submit();
      expect(field).toHaveFocus();
      expect(field).toHaveAccessibleDescription(/^Must be a whole number\./);
    }
    expect(server.inputsOf('ReportItemStatus')).toHaveLength(0);
  });

  it('puts what the server found at the evidence it is about', async () => {
    const violations = [
      { __typename: 'FieldViolation', field: 'evidence.availableQuantity', message: 'Must be less than ordered.' },
    ];
    const { user, dialog, submit } = await openDialog(() => ({
      reportItemStatus: { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: '', violations },
    }));
    await user.click(dialog.getByRole('radio', { name: /Partially OOS/ }));
    await user.type(dialog.getByLabelText(/Quantity available/), '99');
    await submit();
    const field = dialog.getByLabelText(/Quantity available/);
    await waitFor(() => expect(field).toHaveAccessibleDescription(/^Must be less than ordered\./));
    expect(field).toHaveFocus();
  });

  it('brings back what was filled in when it is opened again, and begins at the chosen status', async () => {
    const { user, dialog } = await openDialog(reported);
    await user.click(dialog.getByRole('radio', { name: /Partially OOS/ }));
    await user.type(dialog.getByLabelText(/Quantity available/), '12');
    await user.type(dialog.getByLabelText('Note to the buyer'), 'More in May');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Report Oak Serving Board' }));
    const again = within(await screen.findByRole('dialog'));
    await waitFor(() => expect(again.getByRole('radio', { name: /Partially OOS/ })).toHaveFocus());
    expect(again.getByRole('radio', { name: /Partially OOS/ })).toBeChecked();
    expect(again.getByLabelText(/Quantity available/)).toHaveValue('12');
    expect(again.getByLabelText('Note to the buyer')).toHaveValue('More in May');
  });
});
