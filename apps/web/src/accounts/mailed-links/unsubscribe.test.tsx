import { screen } from '@testing-library/react';
import { graphqlError, unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';

const AT_LINK = '/unsubscribe/the-token';
const done = () => ({ unsubscribe: { __typename: 'UnsubscribeSuccess' } });
const invalid = { __typename: 'LinkInvalid', code: 'LINK_INVALID', message: 'Ask for a new one.' };
const stop = () => screen.findByRole('button', { name: 'Stop mails about orders' });

describe('the link by which mails about orders end', () => {
  it('takes a click, needs no sign-in, and says what still comes', async () => {
    const { server, user } = openPage({ viewer: null }, { unsubscribe: done }, AT_LINK);
    const button = await stop();
    expect(screen.getByText(/Mails about your account still come\./)).toBeInTheDocument();
    expect(server.inputsOf('Unsubscribe')).toEqual([]);
    await user.click(button);
    const outcome = await screen.findByRole('group', { name: 'Mails about orders have ended' });
    expect(outcome).toHaveFocus();
    expect(outcome).toHaveTextContent('Mails about your account, such as for a forgotten password, still come.');
    expect(server.inputsOf('Unsubscribe')).toEqual([{ token: 'the-token' }]);
    expect(screen.getByRole('link', { name: 'Choose otherwise in your account' })).toHaveAttribute(
      'href',
      '/account#mails',
    );
    expect(screen.getByRole('tab', { name: 'My Orders' })).toHaveAttribute('aria-selected', 'false');
  });

  it('works for who is signed in, and offers fewer mails instead of none', async () => {
    const { user } = openPage({}, { unsubscribe: done }, AT_LINK);
    expect(await screen.findByRole('link', { name: 'Rather get fewer mails' })).toHaveAttribute(
      'href',
      '/account#mails',
    );
    await user.click(await stop());
    expect(await screen.findByRole('group', { name: 'Mails about orders have ended' })).toBeInTheDocument();
  });

  it('says that it does not work, and leads to the account', async () => {
    const { user } = openPage({ viewer: null }, { unsubscribe: () => ({ unsubscribe: invalid }) }, AT_LINK);
    await user.click(await stop());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This link does not work.');
    expect(alert).not.toHaveTextContent('Ask for a new one');
    expect(screen.getByRole('link', { name: 'Choose in your account instead' })).toHaveAttribute(
      'href',
      '/account#mails',
    );
  });

  it.each([
    ['is not reached', unreachable(), 'could not reach the server'],
    ['throttles', graphqlError('THROTTLED'), 'Too much was asked for in a short time'],
  ])('can be tried again where the server %s', async (_, answer, words) => {
    const { server, user } = openPage({ viewer: null }, { unsubscribe: () => answer }, AT_LINK);
    await user.click(await stop());
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    server.answers.unsubscribe = done;
    await user.click(await stop());
    await screen.findByRole('group', { name: 'Mails about orders have ended' });
  });

  it('leads to the account where it was cut short', async () => {
    openPage({ viewer: null }, {}, '/unsubscribe');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
    expect(window.location.search).toBe('?next=%2Faccount%23mails');
  });
});
