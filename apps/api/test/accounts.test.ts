import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AccountEntity } from '../src/accounts/account.entity.js';
import { requestEmailChange } from '../src/accounts/email/request-email-change.js';
import { enter } from '../src/accounts/enter.js';
import { accountOf } from '../src/accounts/find-account.js';
import { MailedLinkEntity } from '../src/accounts/mailed-links/mailed-link.entity.js';
import { makeOperator } from '../src/accounts/make-operator.js';
import { changePassword } from '../src/accounts/password/change-password.js';
import { SESSION_IDLE_MS, SESSION_LIFETIME_MS } from '../src/accounts/sessions.js';
import { UNKNOWN_VISIT } from '../src/accounts/visit.js';
import type { Database } from '../src/database/database.js';
import type { Services } from '../src/services.js';
import { TestApi } from './testkit/api.js';
import { Browser } from './testkit/browser.js';
import { databases } from './testkit/databases.js';
import { Subscriber, until } from './testkit/subscriber.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const password = 'a longer new password';

async function eventually(check: () => Promise<void>, attempts = 100): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (attempts === 0) throw error;
    await setTimeout(20);
    await eventually(check, attempts - 1);
  }
}

describe.each(databases)('accounts on %s', (_name, create) => {
  let api: TestApi;
  let count = 0;

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  afterEach(() => {
    api.stoppedAt = undefined;
  });

  afterAll(() => api.stop());

  // Each from an address of its own, so that one test does not slow another.
  const open = () => {
    count += 1;
    return new Browser(api, `192.0.2.${count}`);
  };
  const newEmail = (name = 'somebody') => `${name}-${randomBytes(6).toString('hex')}@test.example`;

  const tokenFor = (email: string) => api.tokenMailedTo(email);
  const newestMailTo = async (email: string) => (await api.mailsTo(email)).at(-1);

  /** Somebody who has an account and is signed in to it. */
  const member = async (email = newEmail()) => {
    const browser = open();
    await browser.calls('requestSignUp', { email });
    const made = await browser.calls('signUp', { token: await tokenFor(email), name: 'Dora', password: api.password });
    expect(made).toMatchObject({ __typename: 'SignUpSuccess', account: { name: 'Dora', email, role: 'BUYER' } });
    return { browser, email };
  };

  const signIn = (browser: Browser, email: string, typed = api.password) =>
    browser.calls('signIn', { email, password: typed });

  describe('signing up', () => {
    test('takes a mail, a link and a password, and signs in', async () => {
      const { browser, email } = await member();
      expect(await browser.viewer()).toMatchObject({ email, sessions: [{ isCurrent: true }] });
      expect(await signIn(open(), email.toUpperCase())).toMatchObject({ __typename: 'SignInSuccess' });
    });

    test('the link works once, and only for what it is for', async () => {
      const email = newEmail();
      await open().calls('requestSignUp', { email });
      const token = await tokenFor(email);
      const input = { token, name: 'Dora', password };
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
      expect(await open().calls('confirmEmailChange', { token })).toMatchObject({ __typename: 'LinkInvalid' });
      const both = await Promise.all([open().calls('signUp', input), open().calls('signUp', input)]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['LinkInvalid', 'SignUpSuccess']);
    });

    test('a link that was not used in time is none', async () => {
      const email = newEmail();
      await open().calls('requestSignUp', { email });
      const token = await tokenFor(email);
      api.stoppedAt = new Date(Date.now() + DAY_MS + 1_000);
      const late = await open().calls('signUp', { token, name: 'Dora', password });
      expect(late).toMatchObject({ __typename: 'LinkInvalid' });
    });

    test('an address that has an account is answered as any other, and told by mail', async () => {
      const { email } = await member();
      const [taken, free] = [await open().calls('requestSignUp', { email }), newEmail()];
      const answer = await open().calls('requestSignUp', { email: free });
      expect(JSON.stringify(taken).replace(email, '')).toBe(JSON.stringify(answer).replace(free, ''));
      expect((await newestMailTo(email))?.subject).toMatch(/already have an account/);
    });

    test('two links to one address make one account', async () => {
      const email = newEmail();
      await open().calls('requestSignUp', { email });
      const first = await tokenFor(email);
      await open().calls('requestSignUp', { email });
      const second = await tokenFor(email);
      const [one, two] = await Promise.all(
        [first, second].map((token) => open().calls('signUp', { token, name: 'Dora', password })),
      );
      expect([one?.__typename, two?.__typename].sort()).toEqual(['EmailTaken', 'SignUpSuccess']);
    });

    test.each([
      ['name', { name: ' ', password }],
      ['password', { name: 'Dora', password: 'too short' }],
      ['password', { name: 'Dora', password: 'a'.repeat(20) }],
    ])('a wrong %s is named, and the link is not used up', async (field, input) => {
      const email = newEmail();
      await open().calls('requestSignUp', { email });
      const token = await tokenFor(email);
      const refused = await open().calls('signUp', { token, ...input });
      expect(refused).toMatchObject({ __typename: 'InvalidInput', violations: [{ field }] });
      const made = await open().calls('signUp', { token, name: 'Dora', password });
      expect(made).toMatchObject({ __typename: 'SignUpSuccess' });
    });

    test.each(['', 'nobody', 'a@test.example, b@test.example', 'a@test.example\r\nBcc: b@test.example'])(
      'no mail goes to %j',
      async (email) => {
        await api.sendMails();
        const before = api.mails.length;
        for (const mutation of ['requestSignUp', 'requestPasswordReset'] as const) {
          const refused = await open().calls(mutation, { email });
          expect(refused).toMatchObject({ __typename: 'InvalidInput', violations: [{ field: 'email' }] });
        }
        await api.sendMails();
        expect(api.mails).toHaveLength(before);
      },
    );
  });

  describe('a forgotten password', () => {
    test('is replaced by a link that works once, and ends all sessions', async () => {
      const { browser, email } = await member();
      const other = open();
      await signIn(other, email);
      const follower = (await Subscriber.of(api, other.person)).follow('changes');
      await until(() => api.services.signals.listenerCount() === 2);
      const finder = open();
      await finder.calls('requestPasswordReset', { email });
      const token = await tokenFor(email);
      expect(await browser.viewer()).toMatchObject({ email });
      const reset = await finder.calls('resetPassword', { token, password });
      expect(reset).toMatchObject({ __typename: 'ResetPasswordSuccess', account: { email } });
      expect(await follower.failed()).toMatchObject({ code: 4401 });
      expect([await browser.viewer(), await other.viewer()]).toEqual([null, null]);
      expect(await finder.viewer()).toMatchObject({ email });
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
      expect(await signIn(open(), email)).toMatchObject({ __typename: 'InvalidCredentials' });
      expect(await signIn(open(), email, password)).toMatchObject({ __typename: 'SignInSuccess' });
      expect((await newestMailTo(email))?.subject).toMatch(/password was changed/);
    });

    test('is not given by a link to an address that the account has left meanwhile', async () => {
      const { email } = await member();
      const account = await accountOf(api.services, email);
      if (!account) throw new Error('she has just signed up');
      await open().calls('requestPasswordReset', { email });
      const token = await tokenFor(email);
      // As where the link is made just after the change has withdrawn all that there were.
      const next = newEmail();
      await api.services.database.transaction(({ manager }) =>
        manager.update(AccountEntity, { id: account.id }, { email: next }),
      );
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
      expect(await signIn(open(), next)).toMatchObject({ __typename: 'SignInSuccess' });
    });

    test('is not overtaken by a sign-in with the old one that is on its way', async () => {
      const { email } = await member();
      const account = await accountOf(api.services, email);
      if (!account) throw new Error('she has just signed up');
      await open().calls('requestPasswordReset', { email });
      await open().calls('resetPassword', { token: await tokenFor(email), password });
      // By now the old password was compared, and found right.
      expect(await enter(api.services, account, UNKNOWN_VISIT)).toBeUndefined();
    });

    test('is not overtaken by what was proved by the old one', async () => {
      const acts = [
        (services: Services, thief: AccountEntity) =>
          changePassword(
            services,
            thief,
            { currentPassword: api.password, newPassword: 'the password of a thief' },
            '',
          ),
        (services: Services, thief: AccountEntity) =>
          requestEmailChange(services, thief, { currentPassword: api.password, email: newEmail() }, UNKNOWN_VISIT),
      ];
      for (const act of acts) {
        const { email } = await member();
        const account = await accountOf(api.services, email);
        if (!account) throw new Error('she has just signed up');
        await open().calls('requestPasswordReset', { email });
        const token = await tokenFor(email);
        const owner = open();
        // By the time that the old password is found right, its owner chooses another.
        const { reader } = api.services.database;
        const transaction: Database['transaction'] = async (work) => {
          const reset = await owner.calls('resetPassword', { token, password });
          expect(reset).toMatchObject({ __typename: 'ResetPasswordSuccess' });
          return api.services.database.transaction(work);
        };
        const services = { ...api.services, database: { reader, transaction } as Database };
        expect(await act(services, account)).toEqual({ refused: 'WRONG_PASSWORD' });
        expect(await owner.viewer()).toMatchObject({ email });
        expect(await signIn(open(), email, password)).toMatchObject({ __typename: 'SignInSuccess' });
      }
    });

    test('of an address without account is answered alike, and the mail says so', async () => {
      const { email } = await member();
      const nobodys = newEmail();
      const [known, unknown] = [
        await open().calls('requestPasswordReset', { email }),
        await open().calls('requestPasswordReset', { email: nobodys }),
      ];
      expect(JSON.stringify(known).replace(email, '')).toBe(JSON.stringify(unknown).replace(nobodys, ''));
      expect((await newestMailTo(nobodys))?.subject).toMatch(/no account with this address/);
    });

    test('the link lives for an hour, and stands nowhere in the database', async () => {
      const { email } = await member();
      await open().calls('requestPasswordReset', { email });
      const token = await tokenFor(email);
      const rows = await api.services.database.reader.getRepository(MailedLinkEntity).find();
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toContain(token);
      api.stoppedAt = new Date(Date.now() + DAY_MS / 24 + 1_000);
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
    });

    test('an address that databases take for another’s gets no link to their account', async () => {
      const { email } = await member(newEmail('jose'));
      const alike = email.replace('jose', 'josé');
      await open().calls('requestPasswordReset', { email: alike });
      const token = await tokenFor(alike);
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
      expect(await signIn(open(), email)).toMatchObject({ __typename: 'SignInSuccess' });
    });
  });

  describe('changing the password', () => {
    test('takes the old one, keeps this session and ends the others', async () => {
      const { browser, email } = await member();
      const other = open();
      await signIn(other, email);
      await open().calls('requestPasswordReset', { email });
      const token = await tokenFor(email);
      const input = { currentPassword: api.password, newPassword: password };
      expect(await browser.calls('changePassword', { ...input, currentPassword: 'a guess' })).toMatchObject({
        __typename: 'WrongPassword',
      });
      expect(await other.viewer()).toMatchObject({ email });
      expect(await browser.calls('changePassword', input)).toMatchObject({ __typename: 'ChangePasswordSuccess' });
      expect([await browser.viewer(), await other.viewer()]).toMatchObject([{ email }, null]);
      expect(await signIn(open(), email, password)).toMatchObject({ __typename: 'SignInSuccess' });
      expect(await signIn(open(), email)).toMatchObject({ __typename: 'InvalidCredentials' });
      // What was mailed before is of no use any more.
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
    });

    test('a wrong new one changes nothing', async () => {
      const { browser, email } = await member();
      const refused = await browser.calls('changePassword', { currentPassword: api.password, newPassword: 'short' });
      expect(refused).toMatchObject({ __typename: 'InvalidInput', violations: [{ field: 'newPassword' }] });
      expect(await signIn(open(), email)).toMatchObject({ __typename: 'SignInSuccess' });
    });

    test('a stolen session guesses ten times and no more, whoever is asked', async () => {
      const { browser } = await member();
      const guess = { currentPassword: 'a guess', newPassword: password };
      for (let at = 0; at < 10; at += 1)
        expect(await browser.calls('changePassword', guess)).toMatchObject({ __typename: 'WrongPassword' });
      const right = { email: newEmail(), currentPassword: api.password };
      expect(await browser.calls('requestEmailChange', right)).toMatchObject({
        __typename: 'TooManyAttempts',
        retryAfterSeconds: expect.any(Number),
      });
    });
  });

  describe('changing the email address', () => {
    test('takes the password and a link to the new address, and tells the old one', async () => {
      const { browser, email } = await member();
      const next = newEmail();
      const wrong = await browser.calls('requestEmailChange', { email: next, currentPassword: 'a guess' });
      expect(wrong).toMatchObject({ __typename: 'WrongPassword' });
      const asked = await browser.calls('requestEmailChange', { email: next, currentPassword: api.password });
      expect(asked).toMatchObject({ __typename: 'RequestEmailChangeSuccess', email: next });
      expect(await browser.viewer()).toMatchObject({ email });
      // From another device: the mail is where it is read.
      const token = await tokenFor(next);
      const confirmed = await open().calls('confirmEmailChange', { token });
      expect(confirmed).toMatchObject({ __typename: 'ConfirmEmailChangeSuccess', email: next });
      expect(await browser.viewer()).toMatchObject({ email: next });
      expect((await newestMailTo(email))?.text).toContain(next);
      expect(await open().calls('confirmEmailChange', { token })).toMatchObject({ __typename: 'LinkInvalid' });
      expect(await signIn(open(), email)).toMatchObject({ __typename: 'InvalidCredentials' });
      expect(await signIn(open(), next)).toMatchObject({ __typename: 'SignInSuccess' });
    });

    test('to one that somebody has is told only to whoever reads mail there', async () => {
      const [{ browser, email }, { email: taken }] = [await member(), await member()];
      const asked = await browser.calls('requestEmailChange', { email: taken, currentPassword: api.password });
      expect(asked).toMatchObject({ __typename: 'RequestEmailChangeSuccess' });
      const confirmed = await browser.calls('confirmEmailChange', { token: await tokenFor(taken) });
      expect(confirmed).toMatchObject({ __typename: 'EmailTaken' });
      expect(await browser.viewer()).toMatchObject({ email });
    });

    test('makes links useless that were mailed to the old address', async () => {
      const { browser, email } = await member();
      await open().calls('requestPasswordReset', { email });
      const token = await tokenFor(email);
      const next = newEmail();
      await browser.calls('requestEmailChange', { email: next, currentPassword: api.password });
      await browser.calls('confirmEmailChange', { token: await tokenFor(next) });
      expect(await open().calls('resetPassword', { token, password })).toMatchObject({ __typename: 'LinkInvalid' });
    });
  });

  test('who is made an operator signs in anew, and is one', async () => {
    const { browser, email } = await member();
    expect(await makeOperator(api.services, newEmail())).toBe(false);
    expect(await makeOperator(api.services, email.toUpperCase())).toBe(true);
    expect(await browser.viewer()).toBeNull();
    expect(await signIn(browser, email)).toMatchObject({ account: { role: 'OPERATOR' } });
  });

  describe('one’s sessions', () => {
    test('are told apart by browser and address, and ended one by one', async () => {
      const { browser, email } = await member();
      const phone = new Browser(api, '198.51.100.7', 'Phone/1.0');
      await signIn(phone, email);
      const sessions = (await browser.viewer())?.sessions ?? [];
      expect(sessions).toHaveLength(2);
      const lost = sessions.find(({ isCurrent }) => !isCurrent);
      expect(lost).toMatchObject({ userAgent: 'Phone/1.0', address: '198.51.100.7' });
      const { browser: mallory } = await member();
      expect(await mallory.calls('endSession', { id: lost?.id })).toMatchObject({ __typename: 'NotFound' });
      expect(await phone.viewer()).toMatchObject({ email });
      expect(await browser.calls('endSession', { id: lost?.id })).toMatchObject({ __typename: 'EndSessionSuccess' });
      expect([await phone.viewer(), await browser.viewer()]).toMatchObject([null, { sessions: [{ isCurrent: true }] }]);
    });

    test('all end at once, with what is open', async () => {
      const { browser, email } = await member();
      const other = open();
      await signIn(other, email);
      const follower = (await Subscriber.of(api, other.person)).follow('changes');
      await until(() => api.services.signals.listenerCount() === 2);
      expect(await browser.person.reads('mutation { signOutEverywhere }')).toEqual({ signOutEverywhere: true });
      expect(await follower.failed()).toMatchObject({ code: 4401 });
      expect([await browser.viewer(), await other.viewer()]).toEqual([null, null]);
    });

    test('a sign-in ends the session that the browser had', async () => {
      const { browser, email } = await member();
      const before = browser.person;
      await signIn(browser, email);
      expect(browser.person.cookie).not.toBe(before.cookie);
      expect(await before.reads('{ viewer { id } }')).toEqual({ viewer: null });
      expect((await browser.viewer())?.sessions).toHaveLength(1);
    });

    test('last on while they are used, for a year at most', async () => {
      const { browser, email } = await member();
      const begun = Date.now();
      const step = SESSION_IDLE_MS - DAY_MS;
      for (let at = step; at < SESSION_LIFETIME_MS - DAY_MS; at += step) {
        api.stoppedAt = new Date(begun + at);
        expect(await browser.viewer()).toMatchObject({ email });
        // Noted while nobody waits for it.
        await eventually(async () => {
          const [session] = (await browser.viewer())?.sessions ?? [];
          expect(session?.lastUsedAt).toBe(api.stoppedAt?.toISOString());
        });
      }
      api.stoppedAt = new Date(begun + SESSION_LIFETIME_MS + DAY_MS);
      expect(await browser.viewer()).toBeNull();
    });

    test('end where nobody uses them', async () => {
      const { browser } = await member();
      api.stoppedAt = new Date(Date.now() + SESSION_IDLE_MS + 1_000);
      expect(await browser.viewer()).toBeNull();
    });
  });
});
