import { codePoints } from './limits.js';

/** What can be wrong with a value that a person filled in. The words for each stand in the messages of each language. */
export type Problem =
  | { readonly code: 'REQUIRED' }
  | { readonly code: 'TOO_LONG'; readonly max: number }
  | { readonly code: 'TOO_SHORT'; readonly min: number }
  | { readonly code: 'NOT_AN_EMAIL' }
  | { readonly code: 'EASY_TO_GUESS' }
  | { readonly code: 'TOO_SMALL'; readonly min: number | string }
  | { readonly code: 'TOO_LARGE'; readonly max: number | string }
  | { readonly code: 'TOO_MANY'; readonly max: number }
  | { readonly code: 'NOT_A_WHOLE_NUMBER' }
  | { readonly code: 'NOT_AN_AMOUNT' }
  | { readonly code: 'TOO_MANY_DECIMALS'; readonly digits: number; readonly currency: string }
  | { readonly code: 'NOT_A_CURRENCY' }
  | { readonly code: 'NOT_A_LINK' }
  | { readonly code: 'UNREADABLE_CHARACTERS' }
  | { readonly code: 'DOES_NOT_BELONG' };

/** One field and what is wrong with it. `field` is a path as GraphQL writes one, e.g. `items.3.unitPrice`. */
export interface Violation {
  readonly field: string;
  readonly problem: Problem;
}

/** The same violations, found in a part of a larger input: `within("items.3", …)`. */
export function within(path: string, violations: readonly Violation[]): Violation[] {
  return violations.map(({ field, problem }) => ({ field: `${path}.${field}`, problem }));
}

/** The fields of an input that have a problem. */
export function violationsOf(problems: Readonly<Record<string, Problem | undefined>>): Violation[] {
  return Object.entries(problems).flatMap(([field, problem]) => (problem ? [{ field, problem }] : []));
}

interface TextRules {
  readonly required?: boolean;
  readonly maxLength: number;
  /** Whether line breaks and tabs may stand in it. */
  readonly multiline?: boolean;
}

/**
 * A text of one line as it is shown: without white space around it, with one space for several, and with its characters
 * composed: so those that look alike are the same.
 */
export function oneLine(text: string): string {
  return text
    .trim()
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ');
}

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return /^[\p{Cf}\p{Z}]*$/u.test(text);
}

/** What is wrong with a text, or `undefined`. Expects it trimmed. */
export function textProblem(
  text: string,
  { required = false, maxLength, multiline = false }: TextRules,
): Problem | undefined {
  // A text of nothing but invisible characters says nothing either.
  if (required && isBlank(text)) return { code: 'REQUIRED' };
  if (codePoints(text) > maxLength) return { code: 'TOO_LONG', max: maxLength };
  // Control characters and lone surrogates cannot be shown, and some databases cut a text at the first of them.
  const unreadable = /[\p{Cc}\p{Cs}]/u;
  return unreadable.test(multiline ? text.replace(/[\n\r\t]/g, ' ') : text)
    ? { code: 'UNREADABLE_CHARACTERS' }
    : undefined;
}

/** What is wrong with a whole number between two bounds, or `undefined`. */
export function wholeNumberProblem(value: number, { min, max }: { min: number; max: number }): Problem | undefined {
  if (!Number.isInteger(value)) return { code: 'NOT_A_WHOLE_NUMBER' };
  if (value < min) return { code: 'TOO_SMALL', min };
  return value > max ? { code: 'TOO_LARGE', max } : undefined;
}

/** What is wrong with a link, or `undefined`. Only http and https lead to a seller's page; nothing here fetches it. */
export function linkProblem(text: string, { maxLength }: { maxLength: number }): Problem | undefined {
  const problem = textProblem(text, { required: true, maxLength });
  if (problem) return problem;
  return hostOf(text) === undefined ? { code: 'NOT_A_LINK' } : undefined;
}

/** The longest name that the domain name system knows. */
const MAX_HOSTNAME_LENGTH = 253;

/** The host of an http or https link, with its port if it names one; `undefined` if the text is no such link. */
export function hostOf(link: string): string | undefined {
  if (!/^https?:\/\/[^/\\]/i.test(link) || /\s/.test(link) || !URL.canParse(link)) return undefined;
  const { host, hostname } = new URL(link);
  return hostname === '' || hostname.length > MAX_HOSTNAME_LENGTH ? undefined : host;
}
