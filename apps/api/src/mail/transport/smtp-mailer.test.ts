import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailRefused, RecipientBusy } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const mail = {
  to: 'bea@shop.example',
  subject: 'Three items need you',
  text: 'Look',
  html: '<p>Look</p>',
  messageId: '<mai_1@orders.example>',
  createdAt: new Date('2026-03-01T08:00:00.000Z'),
};

let close = async () => {};
let hangUp = () => {};
afterEach(() => close());

/** A mailer and the mail server behind it, which is ours. */
async function mailerTo(options: SMTPServerOptions): Promise<SmtpMailer> {
  const server = new SMTPServer({ disabledCommands: ['STARTTLS', 'AUTH'], ...options });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    hangUp = () => socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = new SmtpMailer(`smtp://127.0.0.1:${port}`, 'Oops Orders <no-reply@orders.example>');
  close = async () => {
    await mailer.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return mailer;
}

const says = (responseCode: number, text = 'so it is') => Object.assign(new Error(text), { responseCode });
const saysAtSender = (responseCode: number, text?: string): SMTPServerOptions => ({
  onMailFrom: (_from, _session, done) => done(says(responseCode, text)),
});
const saysAtRecipient = (responseCode: number, text?: string): SMTPServerOptions => ({
  onRcptTo: (_to, _session, done) => done(says(responseCode, text)),
});
const saysToMail = (responseCode: number, text?: string): SMTPServerOptions => ({
  onData: (stream, _session, done) => stream.resume().on('end', () => done(says(responseCode, text))),
});

test('hands mails over, several on one connection', async () => {
  const taken: string[] = [];
  let connections = 0;
  const mailer = await mailerTo({
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onData: async (stream, _session, done) => {
      taken.push(Buffer.concat(await stream.toArray()).toString());
      done();
    },
  });
  for (let at = 0; at < 3; at += 1) expect(await mailer.send(mail)).toMatch(/^250 /);
  expect(connections).toBe(1);
  const read = await PostalMime.parse(taken[2] ?? '');
  expect(read).toMatchObject({ messageId: '<mai_1@orders.example>', subject: 'Three items need you' });
});

describe('a mail server that', () => {
  test.each([
    ['knows no such recipient', saysAtRecipient(550)],
    ['says in full that it knows no such recipient', saysAtRecipient(550, '5.1.1 no such person')],
    ['finds the mail too large before it has it', saysAtSender(552, '5.3.4 too large')],
    ['does not know the form of the mail', saysAtSender(555)],
    ['finds the mail unfit', saysToMail(554)],
    ['says in full that it finds the mail unfit', saysToMail(554, '5.6.0 no such form, see 5.7.1')],
  ] satisfies Array<[string, SMTPServerOptions]>)('%s refuses it for good', async (_what, options) => {
    await expect((await mailerTo(options)).send(mail)).rejects.toThrow(MailRefused);
  });

  test.each([
    ['is busy', { onConnect: (_session, done) => done(says(421)) }],
    ['goes away', saysAtRecipient(421)],
    ['cannot keep the mail now', saysToMail(451)],
    ['serves nobody', { onConnect: (_session, done) => done(says(554)) }],
    ['wants us to sign in', saysAtSender(530)],
    ['takes no mails from our address', saysAtSender(553, '5.7.1 sender address rejected')],
    ['takes no mails from our address, without saying why', saysAtSender(550)],
    ['does not relay for us', saysAtRecipient(554, '5.7.1 Relay access denied')],
    ['has blocked us', saysAtRecipient(554, '5.7.1 Client host blocked')],
    ['has had enough mails from us today', saysToMail(550, '5.4.5 Daily user sending limit exceeded')],
    ['does not let us send this', saysToMail(550, '5.7.60 Client does not have permissions to send as this sender')],
    ['hangs up in the midst of the mail', { onData: (stream) => stream.once('data', () => hangUp()) }],
  ] satisfies Array<[string, SMTPServerOptions]>)('%s may take it later', async (_what, options) => {
    const mailer = await mailerTo(options);
    const failure = await mailer.send(mail).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(MailRefused);
    expect(failure).not.toBeInstanceOf(RecipientBusy);
  });

  test('has no room for the recipient may take it later, and others now', async () => {
    const mailer = await mailerTo({
      onRcptTo: ({ address }, _session, done) => done(address === mail.to ? says(452) : null),
    });
    await expect(mailer.send(mail)).rejects.toThrow(RecipientBusy);
    expect(await mailer.send({ ...mail, to: 'mallory@shop.example' })).toMatch(/^250 /);
  });

  test('is not there may take it later', async () => {
    const mailer = new SmtpMailer('smtp://127.0.0.1:9', 'no-reply@orders.example');
    const failure = await mailer.send(mail).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(MailRefused);
    await mailer.close();
  });

  test('takes nothing after a refusal is asked the next mail all the same', async () => {
    let first = true;
    const mailer = await mailerTo({
      onRcptTo: (_to, _session, done) => {
        done(first ? says(550) : null);
        first = false;
      },
    });
    await expect(mailer.send(mail)).rejects.toThrow(MailRefused);
    expect(await mailer.send(mail)).toMatch(/^250 /);
  });
});
