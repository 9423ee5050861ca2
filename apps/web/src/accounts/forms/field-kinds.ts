import { emailProblem, newPasswordProblem, type Problem, personNameProblem } from '@oops/item-status';

/** How a text is read and checked as it is typed. The server checks it once more. */
export interface FieldKind {
  /** Whether spaces around it are slips of the hand. In a password they count. */
  readonly trim: boolean;
  readonly check: (text: string) => Problem | undefined;
}

export const EMAIL: FieldKind = { trim: true, check: emailProblem };
export const PERSON_NAME: FieldKind = { trim: true, check: personNameProblem };
export const NEW_PASSWORD: FieldKind = { trim: false, check: newPasswordProblem };

/** A password that is there already: whatever was good enough when it was made. */
export const PRESENT_PASSWORD: FieldKind = {
  trim: false,
  check: (text) => (text === '' ? { code: 'REQUIRED' } : undefined),
};
