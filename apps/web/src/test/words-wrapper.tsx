import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { messagesIn } from '../messages/catalogue';
import { createFormats, FormatsContext } from '../ui/formats';

const formats = createFormats(['en-GB'], 'UTC');

/** The words and formats around a component or a hook. */
export function wordsWrapper({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={messagesIn('en')}>
      <FormatsContext.Provider value={formats}>{children}</FormatsContext.Provider>
    </IntlProvider>
  );
}
