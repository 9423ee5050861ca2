import { randomBytes } from 'node:crypto';
import { claimDueMail } from '../src/mail/outbox/claim-mail.js';
import { MailEntity } from '../src/mail/outbox/mail.entity.js';
import { MailKind } from '../src/mail/outbox/mail-kind.js';
import { MailState } from '../src/mail/outbox/mail-state.js';
import { deliverMail } from '../src/mail/worker/deliver-mail.js';
import { TestApi } from './testkit/api.js';
import { Browser } from './testkit/browser.js';
import { databases } from './testkit/databases.js';

describe.each(databases)('mails about accounts, on %s', (_name, create) => {
  let api: TestApi;
  let count = 0;

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  beforeEach(() => api.sendMails());

  afterAll(() => api.stop());

  // Each from an address of its own, so that one test does not slow another.
  const open = () => {
    count += 1;
    return new Browser(api, `192.0.2.${count}`);
  };
  const newEmail = () => `somebody-${randomBytes(6).toString('hex')}@test.example`;
  const member = async (language?: string) => {
    const [browser, email] = [open(), newEmail()];
    await browser.calls('requestSignUp', { email, language });
    const token = await api.tokenMailedTo(email);
    await browser.calls('signUp', { token, name: 'Dora', password: api.password, language });
    return { browser, email };
  };
  const newest = async () => {
    const [mail] = await api.services.database.reader
      .getRepository(MailEntity)
      .find({ order: { id: 'DESC' }, take: 1 });
    return mail;
  };
  /** What somebody does whose password is not theirs alone any more. */
  const changesPassword = ({ browser }: { browser: Browser }) =>
    browser.calls('changePassword', { currentPassword: api.password, newPassword: `${api.password}!` });

  test('hold nothing in the outbox by which somebody gets in', async () => {
    const email = newEmail();
    await open().calls('requestPasswordReset', { email });
    const waiting = JSON.stringify(await newest());
    const token = await api.tokenMailedTo(email);
    expect(waiting).toContain(email);
    expect(waiting).not.toContain(token);
    expect(JSON.stringify(await newest())).not.toContain(token);
  });

  test('are asked for by the same statements whether an address has an account or not', async () => {
    const { email } = await member();
    const statementsFor = async (address: string) => {
      const statements = await api.statements.during(() => open().calls('requestPasswordReset', { email: address }));
      return statements.map((statement) => statement.replace(/'[^']*'/g, '?'));
    };
    expect(await statementsFor(email)).toEqual(await statementsFor(newEmail()));
  });

  test('that would change the address are called off with the password, before they have a link', async () => {
    const her = await member();
    const next = newEmail();
    await her.browser.calls('requestEmailChange', { email: next, currentPassword: api.password });
    await changesPassword(her);
    expect(await api.mailsTo(next)).toEqual([]);
    const [withdrawn] = await api.services.database.reader.getRepository(MailEntity).findBy({ address: next });
    expect(withdrawn).toMatchObject({ kind: MailKind.EMAIL_CHANGE, state: MailState.WITHDRAWN, dueAt: null });
  });

  test('that are called off while a worker is at them get no link', async () => {
    const her = await member();
    await api.sendMails();
    const next = newEmail();
    await her.browser.calls('requestEmailChange', { email: next, currentPassword: api.password });
    const mail = await claimDueMail(api.services);
    expect(mail).toMatchObject({ address: next });
    await changesPassword(her);
    if (mail) await deliverMail(api.services, mail);
    expect(await api.mailsTo(next)).toEqual([]);
  });

  test('that are called off while the mail server is asked in vain are not tried again', async () => {
    const her = await member();
    await api.sendMails();
    const next = newEmail();
    await her.browser.calls('requestEmailChange', { email: next, currentPassword: api.password });
    const mail = await claimDueMail(api.services);
    const send = async () => {
      await changesPassword(her);
      throw new Error('451 try again later');
    };
    if (mail) await deliverMail({ ...api.services, mailer: { send, close: async () => {} } }, mail);
    const [withdrawn] = await api.services.database.reader.getRepository(MailEntity).findBy({ address: next });
    expect(withdrawn).toMatchObject({ kind: MailKind.EMAIL_CHANGE, state: MailState.WITHDRAWN, dueAt: null });
  });

  test('are in the language of the account, or else in that of whoever asked', async () => {
    const { email } = await member('ZH_HANS');
    await open().calls('requestPasswordReset', { email, language: 'EN' });
    expect((await api.mailsTo(email)).at(-1)?.subject).toMatch(/\p{Script=Han}/u);
    const stranger = newEmail();
    await open().calls('requestSignUp', { email: stranger, language: 'ZH_HANS' });
    await open().calls('requestSignUp', { email: stranger });
    const subjects = (await api.mailsTo(stranger)).map(({ subject }) => /\p{Script=Han}/u.test(subject));
    expect(subjects).toEqual([true, false]);
  });

  test('are not among those that buyers read of', async () => {
    const her = await member();
    await changesPassword(her);
    await api.sendMails();
    const { mails } = await her.browser.person.reads<{ mails: { edges: unknown[] } }>('{ mails { edges { cursor } } }');
    expect(mails.edges).toEqual([]);
  });
});
