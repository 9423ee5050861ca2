import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { EmlMailer } from './eml-mailer.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oops-mail-'));
});

afterEach(() => rm(folder, { recursive: true }));

const link = `https://orders.example/reset-password#${'x'.repeat(43)}`;
const mail = {
  to: 'bea@shop.example',
  subject: 'Choose – 新密码',
  text: `Open this:\n\n${link}\n`,
  html: '<p>新密码</p>',
  messageId: '<mai_1@orders.example>',
  createdAt: new Date('2026-03-01T08:00:00.000Z'),
};
const inFolder = async () => {
  const names = await readdir(join(folder, 'mail'));
  return Promise.all(names.map((name) => readFile(join(folder, 'mail', name))));
};
const mailer = () => new EmlMailer(join(folder, 'mail'), 'Oops Orders <no-reply@orders.example>');

test('each mail becomes a file that only its owner reads', async () => {
  await mailer().send(mail);
  const [name = ''] = await readdir(join(folder, 'mail'));
  expect(name).toBe('2026-03-01T08-00-00.000Z-mai_1.eml');
  const path = join(folder, 'mail', name);
  expect((await stat(path)).mode & 0o077).toBe(0);
  const read = await PostalMime.parse(await readFile(path));
  expect(read).toMatchObject({
    from: { name: 'Oops Orders', address: 'no-reply@orders.example' },
    to: [{ address: 'bea@shop.example' }],
    subject: 'Choose – 新密码',
    messageId: '<mai_1@orders.example>',
    date: '2026-03-01T08:00:00.000Z',
  });
  expect(read.text?.trim()).toBe(`Open this:\n\n${link}`);
  expect(read.html?.trim()).toBe('<p>新密码</p>');
});

test('what is sent again takes the place of what was sent first', async () => {
  await mailer().send(mail);
  await mailer().send({ ...mail, text: 'again' });
  const files = await inFolder();
  expect(files).toHaveLength(1);
  expect((await PostalMime.parse(files[0] ?? '')).text?.trim()).toBe('again');
});

test('a mail that can be ended by one click says how, as RFC 8058 has it', async () => {
  await mailer().send({ ...mail, unsubscribeLink: 'https://orders.example/unsubscribe/abc' });
  const [file = ''] = await inFolder();
  const { headers } = await PostalMime.parse(file);
  const headerOf = (wanted: string) => headers.find(({ key }) => key === wanted)?.value;
  expect(headerOf('list-unsubscribe')).toBe('<https://orders.example/unsubscribe/abc>');
  expect(headerOf('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
});
