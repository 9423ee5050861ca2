import { grouped } from './grouped.js';
import { en } from './messages.en.js';
import { type Locale, type Messages, problemMessage, remedyLabel, statusHelpText, statusLabel } from './messages.js';
import { zhHans } from './messages.zh-hans.js';
import { ITEM_STATUSES, STATUS_FACTS } from './statuses.js';
import type { Problem } from './violations.js';

/** One of each problem that there is, and what is said of it. A new problem does not compile until it stands here. */
const PROBLEMS: { readonly [Code in Problem['code']]: [Extract<Problem, { code: Code }>, string] } = {
  REQUIRED: [{ code: 'REQUIRED' }, 'Please fill this in.'],
  TOO_LONG: [{ code: 'TOO_LONG', max: 300 }, 'At most 300 characters.'],
  TOO_SHORT: [{ code: 'TOO_SHORT', min: 12 }, 'At least 12 characters.'],
  NOT_AN_EMAIL: [{ code: 'NOT_AN_EMAIL' }, 'Must be an email address such as bea@shop.example.'],
  EASY_TO_GUESS: [{ code: 'EASY_TO_GUESS' }, 'Too easy to guess. Take several words that do not belong together.'],
  TOO_SMALL: [{ code: 'TOO_SMALL', min: '0.01' }, 'Must be at least 0.01.'],
  TOO_LARGE: [{ code: 'TOO_LARGE', max: 100_000 }, 'Must be at most 100,000.'],
  TOO_MANY: [{ code: 'TOO_MANY', max: 20 }, 'At most 20 of them.'],
  NOT_A_WHOLE_NUMBER: [{ code: 'NOT_A_WHOLE_NUMBER' }, 'Must be a whole number.'],
  NOT_AN_AMOUNT: [
    { code: 'NOT_AN_AMOUNT' },
    'Must be an amount such as 12.50, without currency sign or thousands separator.',
  ],
  TOO_MANY_DECIMALS: [{ code: 'TOO_MANY_DECIMALS', digits: 2, currency: 'GBP' }, 'GBP has at most 2 decimals.'],
  NOT_A_CURRENCY: [{ code: 'NOT_A_CURRENCY' }, 'Must be an ISO 4217 currency code such as GBP.'],
  NOT_A_LINK: [{ code: 'NOT_A_LINK' }, 'Must be a whole link, without spaces, that begins with http:// or https://.'],
  UNREADABLE_CHARACTERS: [{ code: 'UNREADABLE_CHARACTERS' }, 'Contains characters that cannot be shown.'],
  DOES_NOT_BELONG: [{ code: 'DOES_NOT_BELONG' }, 'Does not belong to this status.'],
};

/** Every language there is, what it is written in, and what its sentences look like. */
const LANGUAGES: Record<Locale, { messages: Messages; label: RegExp; sentences: RegExp }> = {
  en: { messages: en, label: /^[A-Z][A-Za-z ]+$/, sentences: /^[A-Z][^\n\p{sc=Han}]*\.$/u },
  'zh-Hans': { messages: zhHans, label: /^\p{sc=Han}+$/u, sentences: /^[^\n]*\p{sc=Han}[^\n]*。$/u },
};

describe.each(Object.entries(LANGUAGES))('in %s', (locale, { messages, label, sentences }) => {
  test('the words know their language', () => {
    expect(messages.locale).toBe(locale);
  });

  test.each(ITEM_STATUSES)('%s has a label, and help in whole sentences', (status) => {
    expect(statusLabel(status, messages)).toMatch(label);
    expect(statusHelpText(status, messages)).toMatch(sentences);
  });

  test('no two statuses or remedies are called or explained alike', () => {
    const words = Object.values(messages.status);
    expect(new Set(words.map((status) => status.label)).size).toBe(11);
    expect(new Set(words.map((status) => status.helpText)).size).toBe(11);
    expect(new Set(Object.values(messages.remedy)).size).toBe(5);
    for (const remedy of Object.values(messages.remedy)) expect(remedy).toMatch(label);
  });

  test.each(Object.values(PROBLEMS).map(([problem]) => problem))('%o is worded, with its bounds', (problem) => {
    const words = problemMessage(problem, messages);
    expect(words).toMatch(sentences);
    const { code: _, ...bounds } = problem;
    for (const bound of Object.values(bounds)) expect(words).toContain(grouped(bound));
  });
});

const SENTENCES = /^[A-Z][^\n]*\.$/;

describe('the words for a status', () => {
  test.each(ITEM_STATUSES)('%s has English words unless others are handed in', (status) => {
    expect(statusLabel(status)).toBe(en.status[status].label);
    expect(statusHelpText(status)).toBe(en.status[status].helpText);
  });

  test('each status says in a few words what it asks of the buyer', () => {
    const asked = Object.fromEntries(ITEM_STATUSES.map((status) => [status, remedyLabel(STATUS_FACTS[status].remedy)]));
    expect(asked).toEqual({
      PENDING: 'Nothing to do',
      PARTIALLY_OOS: 'Lower the quantity',
      OOS: 'Choose another item',
      MOQ_REQUIRED: 'Raise the quantity',
      NO_RESPONSE: 'Choose another item',
      REFUNDED: 'Choose another item',
      CANCELLED: 'Choose another item',
      URL_ERROR: 'Check and correct',
      NAME_ERROR: 'Check and correct',
      PRICE_ERROR: 'Check and correct',
      SPECS_ERROR: 'Check and correct',
    });
  });
});

describe('the words for a problem', () => {
  test.each(Object.values(PROBLEMS))('%o is worded, with what would be right', (problem, words) => {
    expect(problemMessage(problem)).toBe(words);
    expect(words).toMatch(SENTENCES);
  });

  test('a currency without decimals is told apart', () => {
    expect(problemMessage({ code: 'TOO_MANY_DECIMALS', digits: 0, currency: 'JPY' })).toBe('JPY has no decimals.');
  });
});
