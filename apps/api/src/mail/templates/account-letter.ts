import type { Language } from '../settings/language.js';
import type { AccountLetter } from './letter.js';
import type { AccountMailFacts } from './mail-facts.js';
import { oneLine } from './readable.js';
import { MAIL_WORDS } from './words/mail-words.js';

/** A mail about the account itself. */
export function accountLetter(facts: AccountMailFacts, language: Language): AccountLetter {
  const { subject, copyLink, linked, emailChanged } = MAIL_WORDS[language].account;
  if (facts.kind === 'EMAIL_CHANGED') {
    const before = emailChanged.text(oneLine(facts.newAddress));
    const about = emailChanged.subject;
    return { ...head(subject(about), about, before), before, button: undefined, after: [] };
  }
  const { subject: about, before, button, after } = linked[facts.kind];
  return {
    ...head(subject(about), about, before),
    before,
    button: { label: button, link: facts.link, copyLink },
    after,
  };
}

function head(subject: string, about: string, [preheader = '']: readonly string[]) {
  const title = about.charAt(0).toUpperCase() + about.slice(1);
  return { kind: 'ACCOUNT', subject, title, preheader } as const;
}
