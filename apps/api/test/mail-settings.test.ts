import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { nextChangeSequence } from '../src/accounts/account-lock.js';
import { InProcessBudgets } from '../src/costs/budgets.js';
import { MailSettingEntity } from '../src/mail/settings/mail-setting.entity.js';
import { TestApi } from './testkit/api.js';
import { Browser } from './testkit/browser.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';

interface Settings {
  readonly orderMails: string;
  readonly language: string;
}

const FORM = 'application/x-www-form-urlencoded';
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const multipart = (boundary: string, value = 'One-Click') =>
  `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\n${value}\r\n--${boundary}--\r\n`;

/** What no mail ever bore. */
const HOSTILE_TOKENS = [
  ['none', ''],
  ['a word', 'made up'],
  ['one that looks like one', 'A'.repeat(43)],
  ['one too long by a letter', 'A'.repeat(44)],
  ['a piece of SQL', "' OR '1'='1"],
  ['a wildcard', '%'],
  ['wildcards of the right length', '_'.repeat(43)],
  ['a path', '../../healthz'],
  ['a zero', '\u0000'],
  ['letters of more bytes', '測'.repeat(43)],
  ['a long text', 'A'.repeat(10_000)],
] as const;

describe.each(databases)('mail settings on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let mallory: Person;
  const lines: string[] = [];

  beforeAll(async () => {
    const stream = new Writable({
      write(line, _encoding, done) {
        lines.push(String(line));
        done();
      },
    });
    api = await TestApi.start(create, undefined, { logger: { level: 'info', stream } });
  });

  beforeEach(async () => {
    [bea, mallory] = [await api.buyer(), await api.buyer('Mallory')];
    lines.length = 0;
  });

  afterAll(() => api.stop());

  const settingsOf = async (person: Person) =>
    (await person.reads<{ viewer: { mailSettings: Settings } }>('{ viewer { mailSettings { orderMails language } } }'))
      .viewer.mailSettings;

  const rowOf = ({ id: accountId }: Person) =>
    api.services.database.reader.manager.findOneByOrFail(MailSettingEntity, { accountId });

  /** There is nothing that a person could do wrong here, and so no error to select. */
  const change = async (person: Person, input: object) => {
    const query = `mutation ($input: ChangeMailSettingsInput!) {
      changeMailSettings(input: $input) {
        __typename ... on ChangeMailSettingsSuccess { mailSettings { orderMails language } }
      }
    }`;
    return (await person.reads<{ changeMailSettings: object }>(query, { input })).changeMailSettings;
  };

  const post = (token: string, payload = ONE_CLICK, contentType: string | undefined = FORM, more: object = {}) =>
    api.app.inject({
      method: 'POST',
      url: `/unsubscribe/${encodeURIComponent(token)}`,
      headers: { ...(contentType && { 'content-type': contentType }), ...more },
      payload,
    });

  describe('changing them', () => {
    test('a new account hears of its orders in digests, in English', async () => {
      expect(await settingsOf(bea)).toEqual({ orderMails: 'DIGEST', language: 'EN' });
    });

    test.each(['AT_ONCE', 'DAILY', 'NONE', 'DIGEST'])('takes %s, for the viewer alone', async (orderMails) => {
      const before = await rowOf(bea);
      const mailSettings = { orderMails, language: 'ZH_HANS' };
      expect(await change(bea, mailSettings)).toEqual({
        __typename: 'ChangeMailSettingsSuccess',
        mailSettings,
      });
      expect(await settingsOf(bea)).toEqual(mailSettings);
      expect(await rowOf(bea)).toEqual({ ...before, orderMails, language: 'zh-Hans' });
      expect(await settingsOf(mallory)).toEqual({ orderMails: 'DIGEST', language: 'EN' });
    });

    test.each([
      { orderMails: 'HOURLY', language: 'EN' },
      { orderMails: 'NONE', language: 'zh-Hans' },
      { orderMails: 'NONE' },
    ])('refuses %j, and changes nothing', async (input) => {
      await expect(change(bea, input)).rejects.toThrow('BAD_USER_INPUT');
      expect(await settingsOf(bea)).toEqual({ orderMails: 'DIGEST', language: 'EN' });
    });
  });

  test('a report that is under way is not passed over by a change of them', async () => {
    const { database } = api.services;
    let changing = Promise.resolve<unknown>(undefined);
    await database.transaction(async (transaction) => {
      await nextChangeSequence(transaction, bea.id);
      changing = change(bea, { orderMails: 'AT_ONCE', language: 'EN' });
      for (let time = 0; time < 20; time += 1) {
        expect(await settingsOf(bea)).toMatchObject({ orderMails: 'DIGEST' });
      }
    });
    await changing;
    expect(await settingsOf(bea)).toMatchObject({ orderMails: 'AT_ONCE' });
  });

  describe('the language of a new account', () => {
    test.each([
      [{ language: 'ZH_HANS' }, 'ZH_HANS'],
      [{ language: null }, 'EN'],
      [{}, 'EN'],
    ])('is what sign-up says: %j', async (said, language) => {
      const browser = new Browser(api, `192.0.2.${lines.length}`);
      const email = `dora-${randomBytes(6).toString('hex')}@test.example`;
      await browser.calls('requestSignUp', { email, ...said });
      const token = await api.tokenMailedTo(email);
      const made = await browser.calls('signUp', { token, name: 'Dora', password: api.password, ...said });
      expect(made).toMatchObject({ __typename: 'SignUpSuccess' });
      expect(await settingsOf(browser.person)).toEqual({ orderMails: 'DIGEST', language });
      expect(await browser.calls('requestPasswordReset', { email, ...said })).toMatchObject({ email });
      expect(await settingsOf(browser.person)).toEqual({ orderMails: 'DIGEST', language });
    });
  });

  describe('unsubscribing', () => {
    test('needs the token and no sign-in, ends mails about orders and nothing else, and can be repeated', async () => {
      await change(bea, { orderMails: 'DAILY', language: 'ZH_HANS' });
      const before = await rowOf(bea);
      const others = await rowOf(mallory);
      for (let time = 0; time < 2; time += 1) {
        const answer = await new Browser(api).calls('unsubscribe', { token: before.unsubscribeToken });
        expect(answer).toEqual({ __typename: 'UnsubscribeSuccess', orderMails: 'NONE' });
        expect(await rowOf(bea)).toEqual({ ...before, orderMails: 'NONE' });
      }
      expect(await rowOf(mallory)).toEqual(others);
    });

    test('can be taken back, and done again by the same token', async () => {
      const { unsubscribeToken: token } = await rowOf(bea);
      await new Browser(api).calls('unsubscribe', { token });
      await change(bea, { orderMails: 'AT_ONCE', language: 'EN' });
      expect(await settingsOf(bea)).toMatchObject({ orderMails: 'AT_ONCE' });
      await new Browser(api).calls('unsubscribe', { token });
      expect(await settingsOf(bea)).toMatchObject({ orderMails: 'NONE' });
    });

    test.each(HOSTILE_TOKENS)('takes no other token: %s', async (_kind, token) => {
      const before = await rowOf(bea);
      const answer = await new Browser(api).calls('unsubscribe', { token });
      expect(answer).toMatchObject({ __typename: 'LinkInvalid', code: 'LINK_INVALID' });
      expect((await post(token)).statusCode).toBeGreaterThanOrEqual(400);
      expect(await rowOf(bea)).toEqual(before);
    });

    test('takes no token that differs by a space, nor by case', async () => {
      const before = await rowOf(bea);
      const { unsubscribeToken: token } = before;
      const swapped = token.replace(/[a-z]/gi, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      );
      for (const other of [`${token} `, ` ${token}`, `${token}\n`, swapped])
        expect(await new Browser(api).calls('unsubscribe', { token: other })).toMatchObject({ code: 'LINK_INVALID' });
      expect(await rowOf(bea)).toEqual(before);
    });
  });

  describe('one click in a mail program', () => {
    test.each([
      ['a form', ONE_CLICK, FORM],
      ['a form that names its characters', ONE_CLICK, `${FORM}; charset=UTF-8`],
      ['a form in parts', multipart('x1'), 'multipart/form-data; boundary=x1'],
      ['a form with more', `a=b&${ONE_CLICK}`, FORM],
    ])('does it by %s, without a cookie, from any origin, and twice', async (_kind, body, contentType) => {
      const before = await rowOf(bea);
      for (let time = 0; time < 2; time += 1) {
        const answer = await post(before.unsubscribeToken, body, contentType, { origin: 'https://mail.example' });
        expect(answer.statusCode).toBe(200);
        expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
        expect(answer.headers).not.toHaveProperty('set-cookie');
        expect(answer.body).toMatch(/^Done: no mails about orders/);
        expect(await rowOf(bea)).toEqual({ ...before, orderMails: 'NONE' });
      }
    });

    test.each<[string, string, string | undefined]>([
      ['nothing', '', undefined],
      ['an empty form', '', FORM],
      ['another word', 'List-Unsubscribe=Two-Clicks', FORM],
      ['JSON', '{"List-Unsubscribe":"One-Click"}', 'application/json'],
      ['plain text', ONE_CLICK, 'text/plain'],
      ['parts with another word', multipart('x1', 'No'), 'multipart/form-data; boundary=x1'],
      ['parts without a boundary', multipart('x1'), 'multipart/form-data'],
      ['parts that do not end', multipart('x1').slice(0, -8), 'multipart/form-data; boundary=x1'],
      ['no type that there is', ONE_CLICK, 'nonsense'],
      ['more than it needs', `${ONE_CLICK}&a=${'b'.repeat(5_000)}`, FORM],
    ])('refuses %s, and changes nothing', async (_kind, body, contentType) => {
      const before = await rowOf(bea);
      const answer = await post(before.unsubscribeToken, body, contentType);
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toBe('Send List-Unsubscribe=One-Click, as a form.\n');
      expect(await rowOf(bea)).toEqual(before);
    });

    test('knows no token but those in mails', async () => {
      const answer = await post('A'.repeat(43));
      expect([answer.statusCode, answer.body]).toEqual([404, 'This link does not work.\n']);
    });

    test.each(['GET', 'HEAD', 'OPTIONS', 'PUT'] as const)('changes nothing by %s', async (method) => {
      const before = await rowOf(bea);
      const url = `/unsubscribe/${before.unsubscribeToken}`;
      await api.app.inject({ method, url, headers: { accept: 'text/html' } });
      await api.app.inject({ method, url: `${url}?List-Unsubscribe=One-Click` });
      expect(await rowOf(bea)).toEqual(before);
    });

    test('leaves no token in the log, however it is asked', async () => {
      const { unsubscribeToken: token } = await rowOf(bea);
      await post(token);
      await api.app.inject({ url: `/unsubscribe/${token}?a=b`, headers: { accept: 'text/html' } });
      await api.app.inject(`/Unsubscribe/${token}/`);
      await new Browser(api).calls('unsubscribe', { token });
      const log = lines.join('');
      expect(log).toContain(`"url":"/unsubscribe/${token.slice(0, 4)}…"`);
      expect(log).toContain(`"url":"/unsubscribe/${token.slice(0, 4)}…?a=b"`);
      expect(log).not.toContain(token);
      expect(log).toContain('"url":"/graphql"');
    });
  });
});

describe('one click, often', () => {
  test('is paid for from the budget of the address, and what is refused is not looked up', async () => {
    const [[, create]] = databases as [(typeof databases)[number]];
    // A tenth of it is for strangers: enough for three. The clock stands, so nothing comes back.
    const environment = { COST_BUDGET: '300' };
    const api = await TestApi.start(create, undefined, { environment, budgets: new InProcessBudgets(() => 0) });
    const post = (remoteAddress: string) =>
      api.app.inject({
        method: 'POST',
        url: `/unsubscribe/${'A'.repeat(43)}`,
        remoteAddress,
        headers: { 'content-type': FORM },
        payload: ONE_CLICK,
      });
    for (let time = 0; time < 3; time += 1) expect((await post('192.0.2.1')).statusCode).toBe(404);
    const answer = await post('192.0.2.1');
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(await api.statements.during(() => post('192.0.2.1'))).toEqual([]);
    expect((await post('192.0.2.2')).statusCode).toBe(404);
    await api.stop();
  });
});
