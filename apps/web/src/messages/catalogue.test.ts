import { createTranslator } from 'use-intl/core';
import { messagesIn, pickLanguage } from './catalogue';
import { mailLogEn } from './en.mail-log';

const messages = { ...messagesIn('en'), ...mailLogEn };

function keysOf(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  );
}

describe('the catalogue', () => {
  it('has no text that cannot be read as a message', () => {
    const faults: string[] = [];
    const t = createTranslator({
      locale: 'en',
      messages: messages as Record<string, unknown>,
      onError: (error) => {
        // Values are left out on purpose; only what cannot be parsed is a fault of the catalogue.
        if (error.code === 'INVALID_MESSAGE') faults.push(error.message);
      },
    }) as (key: string) => string;
    const keys = keysOf(messages);
    for (const key of keys) t(key);
    expect(keys.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it('takes the first language of the reader that it has words in, and English else', () => {
    expect(pickLanguage(['tlh', 'en-AU', 'fr'])).toBe('en');
    expect(pickLanguage(['tlh'])).toBe('en');
    expect(pickLanguage(['toString'])).toBe('en');
  });
});
