import { act, screen, waitFor, within } from '@testing-library/react';
import { anItem, anOrder, aTroubledItem, NO_EVIDENCE } from '../../test/facts';
import { graphqlError, unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';

const order = anOrder({ attentionCount: 1 });
const priceError = aTroubledItem({
  status: 'PRICE_ERROR',
  quantity: 10,
  evidence: { ...NO_EVIDENCE, currentUnitPrice: '15.80' },
});
type Answers = Parameters<typeof openPage>[1];

async function openDialog(item = priceError, answers: Answers = {}) {
  const page = openPage({ order, items: [item] }, answers, '/orders/order-1');
  await page.user.click(await screen.findByRole('button', { name: 'Modify Oak Serving Board' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Modify Oak Serving Board' }));
  const field = (label: string) => dialog.getByLabelText(label);
  async function type(label: string, text: string) {
    await page.user.clear(field(label));
    if (text) await page.user.type(field(label), text);
  }
  const submit = () => page.user.click(dialog.getByRole('button', { name: 'Modify' }));
  return { ...page, dialog, field, type, submit };
}

const success = (facts: object = {}) => ({
  replaceItem: {
    __typename: 'ReplaceItemSuccess',
    item: { ...anItem({ revision: 2, allowedActions: ['CANCEL'], ...facts }), order: anOrder() },
    change: { __typename: 'Change', cursor: 'cursor-1' },
  },
});
const conflict = (facts: object) => ({
  replaceItem: {
    __typename: 'ItemRevisionConflict',
    code: 'ITEM_REVISION_CONFLICT',
    message: '',
    item: { ...priceError, revision: 2, ...facts, order },
  },
});

describe('modifying an item', () => {
  it('begins with the item as it is, at the field that its status is about', async () => {
    const { field } = await openDialog();
    expect(field('URL')).toHaveValue('https://harbour-pine.example/p/1');
    expect(field('Product Name')).toHaveValue('Oak Serving Board');
    expect(field('Quantity')).toHaveValue('10');
    expect(field('Unit Price')).toHaveValue('12.50');
    expect(field('Product Specification')).toHaveValue('40 cm, oiled');
    await waitFor(() => expect(field('Unit Price')).toHaveFocus());
  });

  it('sends what was typed, trimmed, and then the item is Pending', async () => {
    const { server, type, submit } = await openDialog(priceError, { replaceItem: () => success() });
    await type('URL', '  https://other.example/7 ');
    await type('Product Name', 'Beech Board');
    await type('Quantity', '12');
    await type('Unit Price', '9.99');
    await type('Product Specification', '');
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(server.inputsOf('ReplaceItem')).toEqual([
      {
        itemId: 'item-1',
        expectedRevision: 1,
        url: 'https://other.example/7',
        productName: 'Beech Board',
        quantity: 12,
        unitPrice: '9.99',
        specification: '',
        idempotencyKey: expect.any(String),
      },
    ]);
    const row = await screen.findByRole('listitem', { name: 'Oak Serving Board' });
    expect(within(row).getByText('Pending')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /AB12-CD34/ })).toHaveTextContent('Nothing needs you');
    await waitFor(() => expect(row).toHaveFocus());
  });

  it('takes a comma for the decimals, because many keyboards have no point', async () => {
    const { server, dialog, type, submit } = await openDialog(priceError, { replaceItem: () => success() });
    await type('Unit Price', '15,80');
    expect(dialog.getByText('Total of this item: £158.00')).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(server.inputsOf('ReplaceItem')).toMatchObject([{ unitPrice: '15.80' }]));
  });

  it('keeps the lines of a specification', async () => {
    const item = { ...priceError, specification: 'Colour: red\nSize: L' };
    const { server, user, field, submit } = await openDialog(item, { replaceItem: () => success() });
    await user.type(field('Product Specification'), ' (tall)');
    await submit();
    await waitFor(() =>
      expect(server.inputsOf('ReplaceItem')).toMatchObject([{ specification: 'Colour: red\nSize: L (tall)' }]),
    );
  });

  it('submits with Enter', async () => {
    const { server, type } = await openDialog(priceError, { replaceItem: () => success() });
    await type('Unit Price', '15.80{Enter}');
    await waitFor(() => expect(server.inputsOf('ReplaceItem')).toHaveLength(1));
  });

  it.each([
    ['price', priceError, 'Use price £15.80', 'Unit Price', '15.80'],
    [
      'quantity',
      aTroubledItem({ status: 'PARTIALLY_OOS', evidence: { ...NO_EVIDENCE, availableQuantity: 12 } }),
      'Set quantity to 12',
      'Quantity',
      '12',
    ],
    [
      'minimum',
      aTroubledItem({ status: 'MOQ_REQUIRED', evidence: { ...NO_EVIDENCE, minimumQuantity: 50 } }),
      'Set quantity to 50',
      'Quantity',
      '50',
    ],
    [
      'specification',
      aTroubledItem({ status: 'SPECS_ERROR', evidence: { ...NO_EVIDENCE, availableSpecifications: ['red', 'blue'] } }),
      'Use “blue”',
      'Product Specification',
      'blue',
    ],
  ])('takes the %s from the evidence with one press', async (_, item, button, label, value) => {
    const { user, dialog, field } = await openDialog(item);
    await user.click(dialog.getByRole('button', { name: button }));
    expect(field(label)).toHaveValue(value);
  });

  it('does not offer to set the quantity to none', async () => {
    const none = { ...NO_EVIDENCE, availableQuantity: 0 };
    const { dialog } = await openDialog(aTroubledItem({ status: 'PARTIALLY_OOS', evidence: none }));
    expect(dialog.queryByRole('button', { name: /Set quantity/ })).not.toBeInTheDocument();
  });

  it('sends nothing that is wrong, says so at the field, and goes there', async () => {
    const { server, field, type, submit } = await openDialog();
    await type('URL', 'javascript:alert(1)');
    await type('Unit Price', '1,500');
    await submit();
    expect(field('URL')).toHaveAccessibleDescription(/http:\/\//);
    expect(field('Unit Price')).toHaveAccessibleDescription(/12\.50/);
    await waitFor(() => expect(field('URL')).toHaveFocus());
    expect(server.inputsOf('ReplaceItem')).toHaveLength(0);
  });

  it('puts what the server found at the field it is about', async () => {
    const violations = [{ __typename: 'FieldViolation', field: 'unitPrice', message: 'Too much for this shop.' }];
    const { field, submit } = await openDialog(priceError, {
      replaceItem: () => ({
        replaceItem: { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: '', violations },
      }),
    });
    await submit();
    await waitFor(() => expect(field('Unit Price')).toHaveAccessibleDescription(/Too much for this shop\./));
  });

  it('tells what changed meanwhile, keeps what was typed, and sends it over the change when asked again', async () => {
    let answer = () => conflict({ unitPrice: '13.00', status: 'OOS' });
    const { server, dialog, field, type, submit } = await openDialog(priceError, { replaceItem: () => answer() });
    await type('Unit Price', '15.80');
    await submit();
    const notice = await dialog.findByRole('alert');
    expect(notice).toHaveTextContent('Status was Price Error, is now OOS');
    expect(notice).toHaveTextContent('Unit Price was £12.50, is now £13.00');
    expect(field('Unit Price')).toHaveValue('15.80');
    answer = () => success() as never;
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(server.inputsOf('ReplaceItem').map((input) => [input.expectedRevision, input.unitPrice])).toEqual([
      [1, '15.80'],
      [2, '15.80'],
    ]);
  });

  it('says what changes live while one types, and leaves the text and the focus alone', async () => {
    const { server, dialog, field, type } = await openDialog();
    await type('Unit Price', '15.8');
    act(() =>
      server.send({
        cursor: 'cursor-1',
        kind: 'ITEM_STATUS_REPORTED',
        actor: { __typename: 'Person', name: 'Olga Operator', role: 'OPERATOR' },
        order,
        item: { ...priceError, revision: 2, evidence: { ...NO_EVIDENCE, currentUnitPrice: '16.20' } },
      }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent('now £16.20, you gave £12.50');
    expect(field('Unit Price')).toHaveValue('15.8');
    expect(field('Unit Price')).toHaveFocus();
  });

  it('says when the item can no longer be modified', async () => {
    const { server, dialog } = await openDialog();
    act(() =>
      server.send({
        cursor: 'cursor-1',
        kind: 'ITEM_REPLACED',
        actor: { __typename: 'Person', name: 'Bea Buyer', role: 'BUYER' },
        order,
        item: { ...anItem({ revision: 2, quantity: 10 }) },
      }),
    );
    expect(await dialog.findByText(/Pending now, so it cannot be modified/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Modify' })).toBeDisabled();
  });

  it.each([
    ['OrderClosed', { order: anOrder({ state: 'CLOSED' }) }, /order has been closed/],
    ['NotFound', {}, /no longer there/],
    ['NotPermitted', {}, /not allowed/],
    ['ItemNotReplaceable', { item: { ...priceError, order } }, /cannot be modified/],
  ])('explains the refusal %s', async (__typename, facts, words) => {
    const { dialog, submit } = await openDialog(priceError, {
      replaceItem: () => ({ replaceItem: { __typename, code: '', message: '', ...facts } }),
    });
    await submit();
    expect(await dialog.findByRole('alert')).toHaveTextContent(words);
  });

  it('stays open when the server cannot be reached, and tries again with the same key', async () => {
    let fails = 1;
    const { server, dialog, field, type, submit } = await openDialog(priceError, {
      replaceItem: () => (fails-- > 0 ? unreachable() : success()),
    });
    await type('Unit Price', '15.80');
    await submit();
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      /do not know whether this arrived.*nothing is done twice/,
    );
    expect(field('Unit Price')).toHaveValue('15.80');
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const [first, second] = server.inputsOf('ReplaceItem');
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
  });

  it('uses another key for other content', async () => {
    const { server, type, submit } = await openDialog(priceError, { replaceItem: () => graphqlError('INTERNAL') });
    await submit();
    await screen.findByText(/Something went wrong on our side/);
    await type('Unit Price', '16.00');
    await submit();
    await waitFor(() => expect(server.inputsOf('ReplaceItem')).toHaveLength(2));
    const [first, second] = server.inputsOf('ReplaceItem');
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });

  it('brings back what was typed when it is opened again, and can start afresh', async () => {
    const { user, type } = await openDialog();
    await type('Unit Price', '15.80');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const opener = screen.getByRole('button', { name: 'Modify Oak Serving Board' });
    await waitFor(() => expect(opener).toHaveFocus());
    await user.click(opener);
    const again = within(await screen.findByRole('dialog'));
    expect(again.getByLabelText('Unit Price')).toHaveValue('15.80');
    await user.click(again.getByRole('button', { name: 'Start afresh' }));
    expect(again.getByLabelText('Unit Price')).toHaveValue('12.50');
  });
});
