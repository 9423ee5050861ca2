import { type Mailer, MailRefused, type OutgoingMail, RecipientBusy } from '../../src/mail/transport/mailer.js';

/** A mail server that does as it is told. */
export class MoodyMailer implements Mailer {
  readonly tried: OutgoingMail[] = [];
  readonly taken: OutgoingMail[] = [];
  mood: 'WILLING' | 'BUSY' | 'REFUSING' = 'WILLING';
  /** Whose mailboxes take nothing for now, whatever the mood is. */
  readonly busyRecipients = new Set<string>();
  /** What happens between its yes and our hearing it. */
  afterwards = () => {};

  async send(mail: OutgoingMail): Promise<string> {
    this.tried.push(mail);
    if (this.busyRecipients.has(mail.to)) throw new RecipientBusy('450 mailbox is busy');
    if (this.mood === 'BUSY') throw new Error('451 try again later');
    if (this.mood === 'REFUSING') throw new MailRefused('550 no such person');
    this.taken.push(mail);
    this.afterwards();
    return '250 taken';
  }

  async close(): Promise<void> {}
}

/** Stands for a worker that is gone before it has written anything down. */
export class Killed extends Error {}
