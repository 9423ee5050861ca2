import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer, OutgoingMail } from './mailer.js';
import { toMessage } from './message.js';

/** Writes each mail to a folder, as a file that mail programs open. */
export class EmlMailer implements Mailer {
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  /** @param from what stands in the mails as their sender */
  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {}

  async send(mail: OutgoingMail): Promise<string> {
    const { message } = await this.composer.sendMail(toMessage(mail, this.from));
    // Links in it let people in: nobody else on this machine may read them.
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // The same name each time, so that a repeat takes the place of what it repeats.
    const [id = ''] = mail.messageId.replace(/^</, '').split('@');
    const name = `${mail.createdAt.toISOString().replaceAll(':', '-')}-${id}.eml`;
    await writeFile(join(this.folder, `${name}.part`), message as Buffer, { mode: 0o600 });
    // Whoever watches the folder sees whole mails only.
    await rename(join(this.folder, `${name}.part`), join(this.folder, name));
    return `written to ${name}`;
  }

  async close(): Promise<void> {}
}
