import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from './mailer.js';

/** Writes each mail to a folder, as a file that mail programs open. */
export class EmlMailer implements Mailer {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  /** @param from what stands in the mails as their sender */
  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {}

  async send({ to, subject, text }: Mail): Promise<void> {
    // Named apart from the text of the address, so that a list of addresses is never read from one.
    const mail = { from: this.from, to: { name: '', address: to }, subject, text };
    const { message } = await this.composer.sendMail({ ...mail, headers: { 'auto-submitted': 'auto-generated' } });
    // Links in it let people in: nobody else on this machine may read them.
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`);
    await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
    // Whoever watches the folder sees whole mails only.
    await rename(`${path}.part`, `${path}.eml`);
  }
}
