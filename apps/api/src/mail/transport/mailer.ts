/** A mail to one person, ready to go. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** As in the header, with its angle brackets. */
  readonly messageId: string;
  readonly createdAt: Date;
  /** By which mail programs end mails of this sort with one click (RFC 8058); missing where they cannot be ended. */
  readonly unsubscribeLink?: string;
}

/** What mails are handed to. */
export interface Mailer {
  /**
   * Resolves, with what it is told, when the mail is safe with whoever carries it on.
   * @throws `MailRefused` if it will never be taken; `RecipientBusy` if it may be, later; anything else if that goes for
   * whatever mail there is
   */
  send(mail: OutgoingMail): Promise<string>;
  close(): Promise<void>;
}

/** The mail server will never take this mail: for instance, there is no such address. */
export class MailRefused extends Error {}

/** The mail server does not take mails to this address for now. It may well take those to others. */
export class RecipientBusy extends Error {}
