import { en } from './messages.en.js';
import type { ItemStatus, Remedy } from './statuses.js';
import type { Problem } from './violations.js';

/** The languages that the statuses and the problems with fields are worded in. */
export type Locale = 'en';

/** All that one language says here. A status, remedy or problem without words does not compile. */
export interface Messages {
  readonly status: Record<ItemStatus, { readonly label: string; readonly helpText: string }>;
  readonly remedy: Record<Remedy, string>;
  readonly problem: { readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string };
}

const MESSAGES: Record<Locale, Messages> = { en };

export function statusLabel(status: ItemStatus, locale: Locale = 'en'): string {
  return MESSAGES[locale].status[status].label;
}

/** What the status means and what the buyer can do about it, in one or two sentences. */
export function statusHelpText(status: ItemStatus, locale: Locale = 'en'): string {
  return MESSAGES[locale].status[status].helpText;
}

/** What a status asks of the buyer, in a few words. */
export function remedyLabel(remedy: Remedy, locale: Locale = 'en'): string {
  return MESSAGES[locale].remedy[remedy];
}

/** One sentence that says what is wrong with a value and what would be right. */
export function problemMessage(problem: Problem, locale: Locale = 'en'): string {
  const word = MESSAGES[locale].problem[problem.code] as (problem: Problem) => string;
  return word(problem);
}
