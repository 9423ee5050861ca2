import { ITEM_STATUSES, isErrorStatus, STATUS_FACTS, statusHelpText, statusLabel } from '@oops/item-status';
import { screen, within } from '@testing-library/react';
import { unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';

const statusGuide = ITEM_STATUSES.map((status) => ({
  __typename: 'StatusGuideEntry',
  status,
  label: statusLabel(status),
  helpText: statusHelpText(status),
  isError: isErrorStatus(status),
  remedy: STATUS_FACTS[status].remedy,
}));

describe('the status guide', () => {
  it('explains all eleven to anybody, signed in or not', async () => {
    const { user } = openPage({ viewer: null }, { statusGuide: () => ({ statusGuide }) });
    await user.click(await screen.findByRole('tab', { name: 'Status guide' }));
    const help = await screen.findByText(statusHelpText('MOQ_REQUIRED'));
    expect(within(help.closest('li') as HTMLElement).getByText('Raise the quantity')).toBeInTheDocument();
    expect(within(screen.getByRole('tabpanel')).getAllByRole('listitem')).toHaveLength(11);
  });

  it('offers to try again', async () => {
    let fails = 1;
    const { user } = openPage({}, { statusGuide: () => (fails-- > 0 ? unreachable() : { statusGuide }) }, '/guide');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await screen.findByText(statusHelpText('OOS'));
  });
});
