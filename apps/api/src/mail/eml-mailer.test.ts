import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmlMailer } from './eml-mailer.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oops-mail-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('each mail becomes a file that only its owner reads', async () => {
  const mailer = new EmlMailer(join(folder, 'mail'), 'Oops Orders <no-reply@orders.example>');
  const link = `https://orders.example/reset-password#${'x'.repeat(43)}`;
  await mailer.send({ to: 'bea@shop.example', subject: 'Choose – 新密码', text: `Open this:\n\n${link}\n` });
  const [name = ''] = await readdir(join(folder, 'mail'));
  expect(name).toMatch(/\.eml$/);
  const path = join(folder, 'mail', name);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^From: Oops Orders <no-reply@orders\.example>\r$/m);
  expect(text).toMatch(/^To: bea@shop\.example\r$/m);
  expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(text.replace(/=\r\n/g, '')).toContain(link);
  expect((await stat(path)).mode & 0o077).toBe(0);
});
