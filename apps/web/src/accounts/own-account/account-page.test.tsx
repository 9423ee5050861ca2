import { jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { MAIL_SETTINGS } from '../../test/facts';
import { unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';
import { page } from '../../ui/page';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';

const aSession = (facts: object = {}) => ({
  __typename: 'Session',
  id: 'session-1',
  createdAt: '2026-03-01T08:00:00.000Z',
  lastUsedAt: '2026-03-05T10:30:00.000Z',
  userAgent: ANDROID,
  address: '192.0.2.7',
  isCurrent: false,
  ...facts,
});
const current = aSession({ id: 'session-0', userAgent: '', isCurrent: true });
const accountWith = (...sessions: object[]) => ({
  viewer: {
    __typename: 'Account',
    id: 'account-BUYER',
    email: 'someone@demo.example',
    mailSettings: MAIL_SETTINGS,
    sessions,
  },
});

function openAccount(answers: Parameters<typeof openPage>[1] = {}) {
  return openPage({}, { ownAccount: () => accountWith(current, aSession()), ...answers }, '/account');
}
const section = async (name: string) => within(await screen.findByRole('region', { name }));

describe('the page of the account', () => {
  it('is reached from the account menu, and leads to the API keys', async () => {
    const { user } = openPage({}, { ownAccount: () => accountWith(current) });
    await user.click(await screen.findByRole('button', { name: /^Account of/ }));
    const items = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
    expect(items).toEqual(['Your account', 'API keys', 'Sign out']);
    await user.click(screen.getByRole('menuitem', { name: 'Your account' }));
    expect(await screen.findByRole('heading', { name: 'Your account' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^API keys/ })).toHaveAttribute('href', '/keys');
    expect(screen.getByRole('tab', { name: 'My Orders' })).toHaveAttribute('aria-selected', 'false');
  });

  it('asks who is not signed in to do so first', async () => {
    openPage({ viewer: null }, {}, '/account');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(window.location.search).toBe('?next=%2Faccount');
  });
});

describe('changing the address', () => {
  it('sends a link to the new one', async () => {
    const success = { __typename: 'RequestEmailChangeSuccess', email: 'bea@new.example' };
    const { server, user } = openAccount({ requestEmailChange: () => ({ requestEmailChange: success }) });
    const part = await section('Email');
    await user.type(part.getByLabelText('New email'), 'bea@new.example');
    await user.type(part.getByLabelText('Current password'), 'secret{Enter}');
    expect(await part.findByText(/Open the link that we have sent to bea@new\.example/)).toHaveAttribute(
      'role',
      'status',
    );
    expect(server.inputsOf('RequestEmailChange')).toEqual([{ email: 'bea@new.example', currentPassword: 'secret' }]);
    expect(part.getByText('You sign in with someone@demo.example.')).toBeInTheDocument();
    expect(part.getByLabelText('Current password')).toHaveValue('');
  });

  it('says at its field that the password is wrong, and keeps the rest', async () => {
    const refusal = { __typename: 'WrongPassword', code: 'WRONG_PASSWORD', message: 'That is not your password.' };
    const { user } = openAccount({ requestEmailChange: () => ({ requestEmailChange: refusal }) });
    const part = await section('Email');
    await user.type(part.getByLabelText('New email'), 'bea@new.example');
    await user.type(part.getByLabelText('Current password'), 'wrong{Enter}');
    await part.findByText('That is not your password.');
    expect(part.getByLabelText('Current password')).toHaveAccessibleDescription('That is not your password.');
    expect(part.getByLabelText('Current password')).toHaveFocus();
    expect(part.getByLabelText('New email')).toHaveValue('bea@new.example');
  });
});

describe('changing the password', () => {
  const changed = () => ({ changePassword: { __typename: 'ChangePasswordSuccess' } });

  it('takes the present one and a new one, and reads anew where one is signed in', async () => {
    let sessions = [current, aSession()];
    const { server, user } = openAccount({
      ownAccount: () => accountWith(...sessions),
      changePassword() {
        sessions = [current];
        return changed();
      },
    });
    await screen.findByText('Chrome on Android');
    const part = await section('Password');
    await user.type(part.getByLabelText('Current password'), 'secret');
    await user.type(part.getByLabelText('New password'), 'correct horse{Enter}');
    expect(await part.findByText(/Your password is changed/)).toHaveAttribute('role', 'status');
    expect(server.inputsOf('ChangePassword')).toEqual([{ currentPassword: 'secret', newPassword: 'correct horse' }]);
    expect(part.getByLabelText('New password')).toHaveValue('');
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
  });

  it('loses nothing where the server is not reached', async () => {
    const { user } = openAccount({ changePassword: unreachable });
    const part = await section('Password');
    await user.type(part.getByLabelText('Current password'), 'secret');
    await user.type(part.getByLabelText('New password'), 'correct horse{Enter}');
    expect(await part.findByRole('alert')).toHaveTextContent('could not reach the server');
    expect(part.getByLabelText('New password')).toHaveValue('correct horse');
  });
});

describe('where one is signed in', () => {
  it('says of each device what people tell it by', async () => {
    openAccount();
    const [here, phone] = await screen.findAllByRole('listitem');
    expect(here).toHaveTextContent(/Unknown browser.*This device/);
    expect(within(here as HTMLElement).queryByRole('button')).not.toBeInTheDocument();
    expect(phone).toHaveTextContent(/Chrome on Android.*last used 5 Mar 2026.*signed in 1 Mar 2026.*from 192\.0\.2\.7/);
  });

  it('signs another device out', async () => {
    const { server, user } = openAccount({
      endSession: () => ({ endSession: { __typename: 'EndSessionSuccess', id: 'session-1' } }),
    });
    await user.click(await screen.findByRole('button', { name: 'Sign out Chrome on Android' }));
    const title = screen.getByRole('heading', { name: 'Where you are signed in' });
    await screen.findByText('Unknown browser');
    expect(server.inputsOf('EndSession')).toEqual([{ id: 'session-1' }]);
    expect(screen.queryByText('Chrome on Android')).not.toBeInTheDocument();
    expect(title).toHaveFocus();
  });

  it('says why a device was not signed out', async () => {
    const { user } = openAccount({ endSession: unreachable });
    await user.click(await screen.findByRole('button', { name: 'Sign out Chrome on Android' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('could not reach the server');
    expect(screen.getByText('Chrome on Android')).toBeInTheDocument();
  });

  it('signs out everywhere after asking, here too', async () => {
    const openAt = jest.spyOn(page, 'openAt').mockImplementation(() => {});
    const { server, user } = openAccount({ signOutEverywhere: () => ({ signOutEverywhere: true }) });
    sessionStorage.setItem('oops-orders/account-BUYER/draft', '"typed"');
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = await screen.findByRole('dialog', { name: 'Sign out everywhere?' });
    expect(dialog).toHaveTextContent('this one too');
    expect(server.variablesOf('SignOutEverywhere')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Sign out everywhere' }));
    await waitFor(() => expect(openAt.mock.calls).toEqual([['/sign-in']]));
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not look signed out where that failed', async () => {
    const { user } = openAccount({ signOutEverywhere: unreachable });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Sign out everywhere' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('could not reach the server');
    expect(screen.getByText('Chrome on Android')).toBeInTheDocument();
  });
});
