import type { EvidenceMessages } from './evidence-words.js';
import { en } from './messages.en.js';
import type { ItemStatus, Remedy } from './statuses.js';
import type { Problem } from './violations.js';

/** The languages that the statuses and the problems with fields are worded in, as the tags by which `Intl` knows them. */
export type Locale = 'en' | 'zh-Hans';

/** All that one language says here. A status, remedy, problem or piece of evidence without words does not compile. */
export interface Messages {
  readonly locale: Locale;
  readonly status: Record<ItemStatus, { readonly label: string; readonly helpText: string }>;
  readonly remedy: Record<Remedy, string>;
  readonly problem: { readonly [Code in Problem['code']]: (problem: Extract<Problem, { code: Code }>) => string };
  readonly evidence: EvidenceMessages;
}

// English is at hand. Another language is handed in by who speaks it. Each has an entry of its own in package.json, so that
// nobody loads the words of a language that they do not read.

export function statusLabel(status: ItemStatus, messages: Messages = en): string {
  return messages.status[status].label;
}

/** What the status means and what the buyer can do about it, in one or two sentences. */
export function statusHelpText(status: ItemStatus, messages: Messages = en): string {
  return messages.status[status].helpText;
}

/** What a status asks of the buyer, in a few words. */
export function remedyLabel(remedy: Remedy, messages: Messages = en): string {
  return messages.remedy[remedy];
}

/** One sentence that says what is wrong with a value and what would be right. */
export function problemMessage(problem: Problem, messages: Messages = en): string {
  const word = messages.problem[problem.code] as (problem: Problem) => string;
  return word(problem);
}
