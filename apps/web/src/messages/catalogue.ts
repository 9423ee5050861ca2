import { en } from './en';
import type { mailLogEn } from './en.mail-log';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en & typeof mailLogEn;
  }
}

const CATALOGUES = { en };

export type Language = keyof typeof CATALOGUES;

/** The reader's most wanted language that we have words in. */
export function pickLanguage(wanted: readonly string[] = navigator.languages): Language {
  const known = wanted
    .map((tag) => tag.split('-')[0])
    .find((language) => language && Object.hasOwn(CATALOGUES, language));
  return (known as Language | undefined) ?? 'en';
}

export function messagesIn(language: Language) {
  return CATALOGUES[language];
}
