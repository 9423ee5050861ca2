import type { Language } from '../settings/language.js';
import type { MailFacts } from '../templates/mail-facts.js';

/** What a mail says at this attempt, to whom and in which language. */
export interface ComposedMail {
  readonly to: string;
  readonly language: Language;
  readonly facts: MailFacts;
  readonly unsubscribeLink?: string;
}
