/** A mail to one person, in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What mails are handed to. */
export interface Mailer {
  /** Resolves when the mail is safe with whoever carries it on. */
  send(mail: Mail): Promise<void>;
}
