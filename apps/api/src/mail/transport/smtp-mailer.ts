import { createTransport } from 'nodemailer';
import { type Mailer, MailRefused, type OutgoingMail, RecipientBusy } from './mailer.js';
import { toMessage } from './message.js';

/** How long the mail server may take, in milliseconds: to be reached, to greet, to say anything at all, for a mail. */
const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
const SILENCE_MS = 30_000;
const WHOLE_MAIL_MS = 60_000;

/** The commands by whose answers a mail server judges the mail, and not us or itself. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** What it says where it would take mails if we had signed in or encrypted: nothing is wrong with the mail. */
const ABOUT_US = new Set([530, 534, 535, 538]);

/** What it says, to any command, where it is about to go away. */
const GOING_AWAY = 421;

/** Hands mails to a mail server. */
export class SmtpMailer implements Mailer {
  private readonly transport;

  /**
   * @param url `smtp://…` or `smtps://…`
   * @param from what stands in the mails as their sender
   */
  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url,
      pool: true,
      // A worker sends one mail after the other, over a connection that it keeps.
      maxConnections: 1,
      maxRequeues: 1,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREETING_MS,
      socketTimeout: SILENCE_MS,
      dnsTimeout: CONNECT_MS,
    });
  }

  async send(mail: OutgoingMail): Promise<string> {
    // A server that says a little now and then would never be silent for long.
    const signal = AbortSignal.timeout(WHOLE_MAIL_MS);
    try {
      const { response } = await this.transport.sendMail({ ...toMessage(mail, this.from), signal });
      return response;
    } catch (error) {
      if (isForGood(error)) throw new MailRefused((error as Error).message, { cause: error });
      if (isAboutRecipient(error)) throw new RecipientBusy((error as Error).message, { cause: error });
      throw error;
    }
  }

  async close(): Promise<void> {
    this.transport.close();
  }
}

interface SmtpFailure {
  readonly responseCode?: number;
  readonly command?: string;
}

function isAboutRecipient(error: unknown): boolean {
  const { responseCode = 0, command } = error as SmtpFailure;
  return command === 'RCPT TO' && responseCode >= 400 && responseCode < 500 && responseCode !== GOING_AWAY;
}

function isForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as SmtpFailure;
  return responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.has(command) && !ABOUT_US.has(responseCode);
}
