import { codePoints, LIMITS } from './limits.js';
import { type Problem, textProblem } from './violations.js';

/** What is wrong with an email address, or `undefined`. Whether mail reaches anybody there, only a mail can tell. */
export function emailProblem(text: string): Problem | undefined {
  const problem = textProblem(text, { required: true, ...LIMITS.email });
  if (problem) return problem;
  // One sign, a domain with a dot, and nothing that would end an address or begin another in the head of a mail.
  return /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/u.test(text)
    ? undefined
    : { code: 'NOT_AN_EMAIL' };
}

/** What is wrong with the name of a person, or `undefined`. Expects it trimmed. */
export function personNameProblem(text: string): Problem | undefined {
  return textProblem(text, { required: true, ...LIMITS.personName });
}

/** What is wrong with a new password, or `undefined`. Length is what matters; one of few different characters is guessed early. */
export function newPasswordProblem(password: string): Problem | undefined {
  const length = codePoints(password);
  if (length === 0) return { code: 'REQUIRED' };
  if (length < LIMITS.password.minLength) return { code: 'TOO_SHORT', min: LIMITS.password.minLength };
  if (length > LIMITS.password.maxLength) return { code: 'TOO_LONG', max: LIMITS.password.maxLength };
  return new Set(password.toLowerCase()).size < LIMITS.password.minDifferent ? { code: 'EASY_TO_GUESS' } : undefined;
}
