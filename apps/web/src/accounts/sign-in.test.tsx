import { jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { anOrder, aViewer } from '../test/facts';
import { graphqlError, unreachable } from '../test/fake-server';
import { openPage } from '../test/render-app';
import { page } from '../ui/page';

const demo = {
  __typename: 'DemoAccount',
  name: 'Bea Buyer',
  email: 'buyer@demo.example',
  password: 'oops-demo',
  role: 'BUYER',
};
const signedIn = () => ({ signIn: { __typename: 'SignInSuccess', account: aViewer() } });

describe('signing in', () => {
  it('takes one click in the demo', async () => {
    const { server, user } = openPage(
      { viewer: null, order: anOrder() },
      { demoAccounts: () => ({ demoAccounts: [demo] }), signIn: signedIn },
    );
    await user.click(await screen.findByRole('button', { name: 'Continue as Bea Buyer' }));
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(server.inputsOf('SignIn')).toEqual([{ email: 'buyer@demo.example', password: 'oops-demo' }]);
  });

  it('returns to the order that the link opened', async () => {
    const { user } = openPage({ viewer: null, order: anOrder() }, { signIn: signedIn }, '/orders/order-1');
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(await screen.findByRole('button', { name: /AB12-CD34/ })).toHaveAttribute('aria-expanded', 'true');
    expect(window.location.pathname).toBe('/orders/order-1');
  });

  it('says what was wrong and keeps what was typed', async () => {
    const refusal = { __typename: 'InvalidCredentials', code: 'INVALID_CREDENTIALS', message: 'No such account.' };
    const { user } = openPage({ viewer: null }, { signIn: () => ({ signIn: refusal }) });
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('No such account.');
    expect(screen.getByLabelText('Email')).toHaveValue('bea@demo.example');
    expect(screen.getByLabelText('Password')).toHaveValue('wrong');
  });

  it('says that it was tried too often, and leaves the keyboard where it was', async () => {
    const refusal = { __typename: 'TooManyAttempts', code: 'TOO_MANY_ATTEMPTS', message: 'Try again in 5 minutes.' };
    const answer = () => {
      // Browsers take the focus from a button that is busy, jsdom does not.
      (document.activeElement as HTMLElement).blur();
      return { signIn: refusal };
    };
    const { user } = openPage({ viewer: null }, { signIn: answer });
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 5 minutes.');
    expect(screen.getByRole('button', { name: 'Sign in' })).toHaveFocus();
  });

  it('puts what the server found at the field it is about', async () => {
    const refusal = {
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'Invalid',
      violations: [{ __typename: 'FieldViolation', field: 'email', message: 'Please fill this in.' }],
    };
    const { user } = openPage({ viewer: null }, { signIn: () => ({ signIn: refusal }) });
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(await screen.findByLabelText('Email')).toHaveAccessibleDescription('Please fill this in.');
  });

  it('tells an unreachable server from a wrong password', async () => {
    const { user } = openPage({ viewer: null }, { signIn: unreachable });
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('could not reach the server');
  });

  it('is asked for again when the session has ended, and leads back', async () => {
    const { user, server } = openPage(
      { order: anOrder() },
      { orderItems: () => graphqlError('UNAUTHENTICATED'), signIn: signedIn },
      '/orders/order-1',
    );
    await user.type(await screen.findByLabelText('Email'), 'bea@demo.example');
    expect(screen.queryByText('AB12-CD34')).not.toBeInTheDocument();
    server.answers.orderItems = () => ({ order: { ...anOrder(), items: [] } });
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}');
    expect(await screen.findByRole('button', { name: /AB12-CD34/ })).toHaveAttribute('aria-expanded', 'true');
  });

  it('ends by loading the page anew, so that nothing of the person is left in it', async () => {
    const openAt = jest.spyOn(page, 'openAt').mockImplementation(() => {});
    const { user } = openPage({ order: anOrder() }, { signOut: () => ({ signOut: true }) });
    await screen.findByRole('button', { name: /AB12-CD34/ });
    await user.click(screen.getByRole('button', { name: 'Account of Bea Buyer' }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(openAt.mock.calls).toEqual([['/sign-in']]));
  });

  it('says so where signing out failed, and does not look signed out', async () => {
    const { user } = openPage({ order: anOrder() }, { signOut: () => new Error('500') });
    await user.click(await screen.findByRole('button', { name: /^Account of/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('still signed in on this device');
    expect(screen.getByRole('tab', { name: 'My Orders' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Sign in' })).not.toBeInTheDocument();
  });
});
