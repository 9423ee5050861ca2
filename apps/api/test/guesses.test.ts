import { Limiters } from '../src/accounts/guesses/limiters.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { Browser } from './testkit/browser.js';
import { databases } from './testkit/databases.js';
import { redisUrl } from './testkit/redis.js';

const [[, create]] = databases as [(typeof databases)[number]];
// What strangers may spend is counted by itself, and would be used up first.
const environment = { COST_BUDGET: '999999999' };
const password = 'a longer new password';

/** Each counts over two servers: with Redis the same, without it each for itself. */
const kinds: Array<[string, string | undefined]> = [
  ['in process', undefined],
  ...(redisUrl ? [['over Redis', redisUrl] as [string, string]] : []),
];

describe.each(kinds)('guesses at passwords, counted %s', (_kind, url) => {
  let api: TestApi;
  let other: TestApi;

  beforeAll(async () => {
    api = await TestApi.start(create, undefined, { environment, limiters: new Limiters(url) });
    const limiters = url === undefined ? api.services.limiters : new Limiters(url);
    other = await api.another(new InProcessSignals(), { environment, limiters });
  });

  afterAll(async () => {
    await other.stop();
    await api.stop();
  });

  /** An address that nobody came from before, nor in an earlier run, which Redis would remember. */
  const network = () => `2001:db8:${hex()}:${hex()}::1`;
  const hex = () => Math.floor(Math.random() * 0x10000).toString(16);
  const newEmail = () => `guessed-${hex()}${hex()}@test.example`;

  async function member() {
    const [browser, email] = [new Browser(api, network()), newEmail()];
    await browser.calls('requestSignUp', { email });
    const token = await api.tokenMailedTo(email);
    await browser.calls('signUp', { token, name: 'Dora', password });
    return { browser, email };
  }

  const guess = async (browser: Browser, email: string, typed = 'a guess') =>
    (await browser.calls('signIn', { email, password: typed })).__typename;

  test('at one account stop after ten, from wherever, whether there is such an account or not', async () => {
    const { email } = await member();
    const answers: string[][] = [];
    for (const guessed of [email, newEmail()]) {
      const all = [];
      for (let at = 0; at < 20; at += 1) all.push(await guess(new Browser(at % 2 ? api : other, network()), guessed));
      answers.push(all);
      expect(all).toEqual([...Array(10).fill('InvalidCredentials'), ...Array(10).fill('TooManyAttempts')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    // The right password is not looked at either.
    expect(await guess(new Browser(api, network()), email, password)).toBe('TooManyAttempts');
  });

  test('that come all at once are counted all the same', async () => {
    const { email } = await member();
    const from = Array.from({ length: 40 }, () => guess(new Browser(api, network()), email));
    const answers = await Promise.all(from);
    expect(answers.filter((answer) => answer === 'InvalidCredentials')).toHaveLength(10);
  });

  test('of strangers leave the owner’s browser alone', async () => {
    const { browser, email } = await member();
    for (let at = 0; at < 15; at += 1) await guess(new Browser(api, network()), email);
    expect(await guess(browser, email)).toBe('InvalidCredentials');
    expect(await guess(browser, email, password)).toBe('SignInSuccess');
  });

  test('in a browser that the account knows stop after ten, too', async () => {
    const { browser, email } = await member();
    for (let at = 0; at < 10; at += 1) expect(await guess(browser, email)).toBe('InvalidCredentials');
    expect(await guess(browser, email, password)).toBe('TooManyAttempts');
    // A browser is known to the account that was signed in to, and to no other.
    const { email: another } = await member();
    for (let at = 0; at < 10; at += 1) await guess(new Browser(api, network()), another);
    expect(await guess(browser, another)).toBe('TooManyAttempts');
  });

  test('a password that is right is no guess', async () => {
    const { email } = await member();
    const at = network();
    for (let time = 0; time < 25; time += 1)
      expect(await guess(new Browser(api, at), email, password)).toBe('SignInSuccess');
  });

  test('a made-up device is none', async () => {
    const { email } = await member();
    const answers = [];
    for (let at = 0; at < 12; at += 1) {
      const browser = new Browser(api, network());
      browser.cookies.set('oops_device', `made-up-${at}`);
      answers.push(await guess(browser, email));
    }
    expect(answers.filter((answer) => answer === 'TooManyAttempts')).toHaveLength(2);
  });

  test('one network guesses a hundred times at whatever accounts', async () => {
    const browser = new Browser(api, network());
    const answers = await Promise.all(Array.from({ length: 105 }, () => guess(browser, newEmail())));
    expect(answers.filter((answer) => answer === 'TooManyAttempts')).toHaveLength(5);
  });

  test('who is kept out chooses a new password by mail', async () => {
    const { email } = await member();
    for (let at = 0; at < 11; at += 1) await guess(new Browser(api, network()), email);
    const owner = new Browser(api, network());
    await owner.calls('requestPasswordReset', { email });
    const token = await api.tokenMailedTo(email);
    const reset = await owner.calls('resetPassword', { token, password: `${password} again` });
    expect(reset).toMatchObject({ __typename: 'ResetPasswordSuccess' });
    expect(await guess(owner, email, `${password} again`)).toBe('SignInSuccess');
  });

  test('nobody is flooded with mails', async () => {
    const email = newEmail();
    const sent = [];
    for (let at = 0; at < 7; at += 1)
      sent.push((await new Browser(api, network()).calls('requestSignUp', { email })).__typename);
    expect(sent).toEqual([...Array(5).fill('RequestSignUpSuccess'), 'TooManyAttempts', 'TooManyAttempts']);
    expect(await api.mailsTo(email)).toHaveLength(5);
  });
});
