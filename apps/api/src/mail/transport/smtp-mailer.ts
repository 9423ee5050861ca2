import { createTransport } from 'nodemailer';
import { type Mailer, MailRefused, type OutgoingMail, RecipientBusy } from './mailer.js';
import { toMessage } from './message.js';

/** How long the mail server may take, in milliseconds: to be reached, to greet, to say anything at all, for a mail. */
const CONNECT_MS = 10_000;
const GREETING_MS = 10_000;
const SILENCE_MS = 30_000;
const WHOLE_MAIL_MS = 60_000;

/** The commands by whose answers a mail server mostly judges the mail, and not us or itself. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

/** All that it says of the mail where it is told only who sends it: that it is too large, or of a form that is not known. */
const ABOUT_THE_MAIL_AT_SENDER = new Set([552, 555]);

/** What it says where it would take mails if we had signed in or encrypted: nothing is wrong with the mail. */
const ABOUT_US = new Set([530, 534, 535, 538]);

/**
 * How it says that it takes no mails from us: we may not relay, our address is blocked or is not our own, we have sent
 * enough for today. What it takes for spam is told so too, and is then given up late, which is better than lost early.
 */
const ABOUT_US_IN_FULL = /^\d{3}[ -]5\.(?:7\.\d+|4\.5)\b/;

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
  /** All that the mail server said. */
  readonly response?: string;
}

function isAboutRecipient(error: unknown): boolean {
  const { responseCode = 0, command } = error as SmtpFailure;
  return command === 'RCPT TO' && responseCode >= 400 && responseCode < 500 && responseCode !== GOING_AWAY;
}

/** A wrong setting of ours must not lose mails: what is not plainly about this one may be taken later. */
function isForGood(error: unknown): boolean {
  const { responseCode = 0, command = '', response = '' } = error as SmtpFailure;
  if (responseCode < 500 || responseCode >= 600) return false;
  if (command === 'MAIL FROM') return ABOUT_THE_MAIL_AT_SENDER.has(responseCode);
  return ABOUT_THE_MAIL.has(command) && !ABOUT_US.has(responseCode) && !ABOUT_US_IN_FULL.test(response);
}
