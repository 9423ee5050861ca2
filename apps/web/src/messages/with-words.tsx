import type { ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import type { Language } from './catalogue';

/** Adds the words of a part that loads on demand to those that are there. */
export function WithWords({ words, children }: { words: Record<Language, object>; children: ReactNode }) {
  const language = useLocale();
  const messages = useMessages();
  return (
    <IntlProvider locale={language} messages={{ ...messages, ...words[language] }}>
      {children}
    </IntlProvider>
  );
}
