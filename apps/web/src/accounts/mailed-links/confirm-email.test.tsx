import { screen } from '@testing-library/react';
import { aViewer, MAIL_SETTINGS } from '../../test/facts';
import { openPage } from '../../test/render-app';

const NEW = 'bea@new.example';
const confirmed = () => ({ confirmEmailChange: { __typename: 'ConfirmEmailChangeSuccess', email: NEW } });

describe('confirming a new address', () => {
  it('takes a click, and not only the opening of the link', async () => {
    const { server, user } = openPage({ viewer: null }, { confirmEmailChange: confirmed }, '/confirm-email#the-token');
    const button = await screen.findByRole('button', { name: 'Confirm this address' });
    expect(server.inputsOf('ConfirmEmailChange')).toEqual([]);
    await user.click(button);
    const outcome = await screen.findByRole('group', { name: 'Your address is confirmed' });
    expect(outcome).toHaveTextContent(`You sign in with ${NEW} from now on.`);
    expect(server.inputsOf('ConfirmEmailChange')).toEqual([{ token: 'the-token' }]);
    expect(window.location.hash).toBe('');
    expect(screen.getByRole('link', { name: 'Go to sign-in' })).toBeInTheDocument();
  });

  it('shows in the menu of who is signed in', async () => {
    const ownAccount = () => ({ viewer: { ...aViewer(), email: NEW, mailSettings: MAIL_SETTINGS, sessions: [] } });
    const { user } = openPage({}, { confirmEmailChange: confirmed, ownAccount }, '/confirm-email#the-token');
    await user.click(await screen.findByRole('button', { name: 'Confirm this address' }));
    await screen.findByRole('group', { name: 'Your address is confirmed' });
    await user.click(screen.getByRole('button', { name: /^Account of/ }));
    expect(await screen.findByText(`Signed in as ${NEW}`)).toBeInTheDocument();
  });

  it.each([
    ['LinkInvalid', 'Ask for a new link in your account'],
    ['EmailTaken', 'Choose another address in your account'],
  ])('says what to do about %s', async (__typename, wayOn) => {
    const refusal = { __typename, code: 'CODE', message: 'That did not work.' };
    const { user } = openPage(
      { viewer: null },
      { confirmEmailChange: () => ({ confirmEmailChange: refusal }) },
      '/confirm-email#the-token',
    );
    await user.click(await screen.findByRole('button', { name: 'Confirm this address' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That did not work.');
    expect(screen.getByRole('link', { name: wayOn })).toHaveAttribute('href', '/account');
  });
});
