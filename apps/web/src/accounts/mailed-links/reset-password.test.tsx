import { screen } from '@testing-library/react';
import { aViewer } from '../../test/facts';
import { openPage } from '../../test/render-app';

const wasReset = () => ({ resetPassword: { __typename: 'ResetPasswordSuccess', account: aViewer() } });

describe('a forgotten password', () => {
  it('is asked about from the sign-in, without telling whether there is an account', async () => {
    const success = { __typename: 'RequestPasswordResetSuccess', email: 'bea@shop.example' };
    const { server, user } = openPage(
      { viewer: null },
      { requestPasswordReset: () => ({ requestPasswordReset: success }) },
    );
    await user.click(await screen.findByRole('link', { name: 'Forgot password?' }));
    await user.type(await screen.findByLabelText('Email'), 'bea@shop.example{Enter}');
    expect(await screen.findByRole('group')).toHaveTextContent('We have sent a mail to bea@shop.example');
    expect(server.inputsOf('RequestPasswordReset')).toEqual([{ email: 'bea@shop.example', language: 'EN' }]);
  });

  it('is replaced by the link, which signs in here and out elsewhere', async () => {
    const { server, user } = openPage({ viewer: null }, { resetPassword: wasReset }, '/reset-password#the-token');
    await user.type(await screen.findByLabelText('New password'), 'correct horse{Enter}');
    const outcome = await screen.findByRole('group', { name: 'Your new password is set' });
    expect(outcome).toHaveTextContent('All other devices were signed out.');
    expect(screen.getByRole('button', { name: 'Account of Bea Buyer' })).toBeInTheDocument();
    expect(server.inputsOf('ResetPassword')).toEqual([{ token: 'the-token', password: 'correct horse' }]);
    expect(window.location.hash).toBe('');
    await user.click(screen.getByRole('link', { name: 'Go to My Orders' }));
    expect(await screen.findByText('No orders yet')).toBeInTheDocument();
  });

  it('leads to a new link where the old one does not work', async () => {
    const refusal = { __typename: 'LinkInvalid', code: 'LINK_INVALID', message: 'This link does not work any more.' };
    const { user } = openPage(
      { viewer: null },
      { resetPassword: () => ({ resetPassword: refusal }) },
      '/reset-password#old',
    );
    await user.type(await screen.findByLabelText('New password'), 'correct horse{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('does not work any more');
    await user.click(screen.getByRole('link', { name: 'Ask for a new link' }));
    expect(await screen.findByRole('heading', { name: 'Forgot your password?' })).toBeInTheDocument();
  });

  it('leads to a new link where the address was cut short', async () => {
    openPage({ viewer: null }, {}, '/reset-password');
    expect(await screen.findByRole('heading', { name: 'Forgot your password?' })).toBeInTheDocument();
  });
});
