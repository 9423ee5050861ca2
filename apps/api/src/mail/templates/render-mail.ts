import type { Language } from '../settings/language.js';
import { accountLetter } from './account-letter.js';
import { closedLetter } from './closed-letter.js';
import type { Letter } from './letter.js';
import { letterText } from './letter-text.js';
import type { MailFacts, RenderedMail } from './mail-facts.js';
import { ordersLetter } from './orders-letter.js';
import { oneLine } from './readable.js';
import { MAIL_WORDS } from './words/mail-words.js';

/** A mail as its reader gets it: words, plain text and HTML. Looks nothing up. */
export async function renderMail(facts: MailFacts, language: Language): Promise<RenderedMail> {
  const letter = letterOf(facts, language);
  // React and its mails take half a second to load, which the start of the server need not wait for.
  const { letterHtml } = await import('./html/letter-html.js');
  const words = MAIL_WORDS[language];
  return {
    subject: oneLine(letter.subject),
    text: letterText(letter, words),
    html: await letterHtml(letter, words),
  };
}

function letterOf(facts: MailFacts, language: Language): Letter {
  switch (facts.kind) {
    case 'ORDER_REPORTS':
    case 'ORDER_REMINDER':
      return ordersLetter(facts, language);
    case 'ORDER_CLOSED':
      return closedLetter(facts, language);
    default:
      return accountLetter(facts, language);
  }
}
