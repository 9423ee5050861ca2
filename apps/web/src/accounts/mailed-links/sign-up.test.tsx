import { jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { anOrder, aViewer } from '../../test/facts';
import { graphqlError, unreachable } from '../../test/fake-server';
import { openPage } from '../../test/render-app';

const sent = ({ input }: { input?: { email: string } }) => ({
  requestSignUp: { __typename: 'RequestSignUpSuccess', email: input?.email },
});
const refusal = (type: string, message: string) => ({ signUp: { __typename: type, code: type, message } });
const signedUp = () => ({ signUp: { __typename: 'SignUpSuccess', account: aViewer() } });
const nobody = { viewer: null, order: anOrder() };

async function fillIn(user: ReturnType<typeof openPage>['user']) {
  await user.type(await screen.findByLabelText('Your name'), ' Bea Buyer ');
  await user.type(screen.getByLabelText('New password'), 'correct horse{Enter}');
}

describe('asking for an account', () => {
  it('is reached from the sign-in, and says where the link went', async () => {
    const { server, user } = openPage(nobody, { requestSignUp: sent });
    await user.click(await screen.findByRole('link', { name: 'Create an account' }));
    await user.type(await screen.findByLabelText('Email'), ' bea@shop.example {Enter}');
    const outcome = await screen.findByRole('group', { name: 'Look into your mail' });
    expect(outcome).toHaveTextContent('We have sent a mail to bea@shop.example. Open its link');
    expect(outcome).toHaveFocus();
    expect(server.inputsOf('RequestSignUp')).toEqual([{ email: 'bea@shop.example', language: 'EN' }]);
  });

  it('asks for a mail in the language of the browser', async () => {
    const languages = jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['zh-CN', 'en']);
    const { server, user } = openPage(nobody, { requestSignUp: sent }, '/sign-up');
    await user.type(await screen.findByLabelText('Email'), 'bea@shop.example{Enter}');
    await screen.findByRole('group', { name: 'Look into your mail' });
    expect(server.inputsOf('RequestSignUp')).toEqual([{ email: 'bea@shop.example', language: 'ZH_HANS' }]);
    languages.mockRestore();
  });

  it('can be done with another address', async () => {
    const { server, user } = openPage(nobody, { requestSignUp: sent }, '/sign-up');
    await user.type(await screen.findByLabelText('Email'), 'bea@shop.exampl{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Use another address' }));
    await user.type(screen.getByLabelText('Email'), 'e{Enter}');
    expect(await screen.findByText(/bea@shop\.example\./)).toBeInTheDocument();
    expect(server.inputsOf('RequestSignUp')).toHaveLength(2);
  });

  it('sends nothing that is no address, and leads to the field', async () => {
    const { server, user } = openPage(nobody, { requestSignUp: sent }, '/sign-up');
    await user.type(await screen.findByLabelText('Email'), 'bea');
    await user.click(screen.getByRole('button', { name: 'Send me the link' }));
    const field = screen.getByLabelText('Email');
    expect(field).toHaveAccessibleDescription('Must be an email address such as bea@shop.example.');
    expect(field).toHaveFocus();
    await user.type(field, '@shop.example');
    expect(field).toHaveAccessibleDescription('');
    expect(server.inputsOf('RequestSignUp')).toEqual([]);
  });

  it.each([
    ['is asked too often', { requestSignUp: refusal('TooManyAttempts', 'Wait a minute.').signUp }, 'Wait a minute.'],
    ['throttles', graphqlError('THROTTLED'), 'Too much was asked for in a short time'],
    ['breaks', graphqlError('INTERNAL_SERVER_ERROR'), 'Something went wrong on our side'],
    ['is not reached', unreachable(), 'could not reach the server'],
  ])('keeps what was typed where the server %s', async (_, answer, words) => {
    const { user } = openPage(nobody, { requestSignUp: () => answer }, '/sign-up');
    await user.type(await screen.findByLabelText('Email'), 'bea@shop.example{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByLabelText('Email')).toHaveValue('bea@shop.example');
  });
});

describe('signing up by the link', () => {
  it('signs in, and leaves no token in the address', async () => {
    const { server, user } = openPage(nobody, { signUp: signedUp }, '/sign-up#the-token');
    await fillIn(user);
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(server.inputsOf('SignUp')).toEqual([
      { token: 'the-token', name: 'Bea Buyer', password: 'correct horse', language: 'EN' },
    ]);
    expect(window.location.pathname + window.location.hash).toBe('/');
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('correct horse');
  });

  it('is there too where the link is opened in the tab that asked for it', async () => {
    openPage(nobody, {}, '/sign-up');
    await screen.findByLabelText('Email');
    window.location.hash = 'the-token';
    expect(await screen.findByLabelText('Your name')).toBeInTheDocument();
  });

  it('says to whoever is signed in that it is done, and leads to the orders', async () => {
    const { user } = openPage({ order: anOrder() }, {}, '/sign-up#used');
    await screen.findByRole('heading', { name: 'You are signed in already' });
    expect(screen.getByText(/^You are signed in with someone@demo\.example\./)).toBeInTheDocument();
    expect(screen.queryByLabelText('Your name')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go to My Orders' }));
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(window.location.pathname + window.location.hash).toBe('/');
  });

  it('makes another account for whoever is signed in and wants one', async () => {
    const { server, user } = openPage({ order: anOrder() }, { signUp: signedUp }, '/sign-up#the-token');
    await user.click(await screen.findByRole('button', { name: 'Make another account by this link' }));
    expect(screen.getByLabelText('Your name')).toHaveFocus();
    await fillIn(user);
    await screen.findByRole('button', { name: /AB12-CD34/ });
    expect(server.inputsOf('SignUp')).toMatchObject([{ token: 'the-token', name: 'Bea Buyer' }]);
  });

  it('offers a new link for one that no longer works', async () => {
    const answer = refusal('LinkInvalid', 'This link does not work any more.');
    const { user } = openPage(nobody, { signUp: () => answer }, '/sign-up#old');
    await fillIn(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('This link does not work any more.');
    expect(screen.getByLabelText('New password')).toHaveValue('correct horse');
    await user.click(screen.getByRole('link', { name: 'Ask for a new link' }));
    expect(await screen.findByRole('button', { name: 'Send me the link' })).toBeInTheDocument();
    expect(window.location.hash).toBe('');
  });

  it('leads to the sign-in where there is an account already', async () => {
    const { user } = openPage(nobody, { signUp: () => refusal('EmailTaken', 'There is one.') }, '/sign-up#the-token');
    await fillIn(user);
    await user.click(await screen.findByRole('link', { name: 'Go to sign-in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('says what is wrong with a password, at once or after the server looked', async () => {
    const violations = [{ __typename: 'FieldViolation', field: 'password', message: 'Known to everybody.' }];
    const answer = { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'Invalid', violations };
    const { server, user } = openPage(nobody, { signUp: () => ({ signUp: answer }) }, '/sign-up#the-token');
    await user.type(await screen.findByLabelText('Your name'), 'Bea');
    const password = screen.getByLabelText('New password');
    await user.type(password, 'short{Enter}');
    expect(password).toHaveAccessibleDescription(/At least 12 characters\. At least/);
    expect(server.inputsOf('SignUp')).toEqual([]);
    await user.type(password, ' and longer{Enter}');
    await screen.findByText('Known to everybody.');
    expect(password).toHaveFocus();
    expect(password).toHaveValue('short and longer');
  });
});
