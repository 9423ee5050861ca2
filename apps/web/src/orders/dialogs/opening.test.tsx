import { jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { anOrder, aTroubledItem } from '../../test/facts';
import { openPage } from '../../test/render-app';
import { page } from '../../ui/page';
import { DIALOG_PARTS } from './dialog-parts';

/** The code of the dialog, as it comes from the network. */
function loadingCancelDialog() {
  const part = DIALOG_PARTS.cancel;
  const whole = part.fetch.bind(part);
  part.loaded = undefined;
  return jest.spyOn(part, 'fetch').mockImplementation(whole);
}

async function openOrder() {
  const page = openPage({ order: anOrder(), items: [aTroubledItem()] }, {}, '/orders/order-1');
  return { ...page, button: await screen.findByRole('button', { name: 'Cancel item: Oak Serving Board' }) };
}

afterEach(() => jest.restoreAllMocks());

describe('a dialog whose code is not there yet', () => {
  it('shows at the button that it is on its way', async () => {
    let arrive = () => {};
    const loading = loadingCancelDialog();
    const whole = loading.getMockImplementation() as () => ReturnType<typeof DIALOG_PARTS.cancel.fetch>;
    loading.mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve;
      });
      return whole();
    });
    const { user, button } = await openOrder();
    await user.click(button);
    expect(button).toHaveAttribute('aria-busy', 'true');
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await act(async () => arrive());
    await screen.findByRole('dialog', { name: 'Cancel this item?' });
    expect(button).not.toHaveAttribute('aria-busy');
  });

  it('says beside the button that it could not be loaded, and tries again', async () => {
    const loading = loadingCancelDialog();
    loading.mockRejectedValue(new TypeError('Failed to fetch'));
    jest.spyOn(page, 'reloadIfReached').mockResolvedValue(false);
    const { user, button } = await openOrder();
    await user.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be loaded');
    loading.mockRestore();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('dialog', { name: 'Cancel this item?' });
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });
});
