import type { Violation } from '@oops/item-status';
import { InvalidInput } from '../graphql/user-error.type.js';
import { EmailTaken, LinkInvalid, TooManyAttempts, WrongPassword } from './account-errors.type.js';

/** Every refusal of the use cases about accounts that several of them share. */
interface Refusals {
  INVALID_INPUT: { readonly violations: readonly Violation[] };
  TOO_MANY_ATTEMPTS: { readonly waitMs: number };
  WRONG_PASSWORD: unknown;
  LINK_INVALID: unknown;
  EMAIL_TAKEN: unknown;
}

const ERRORS = {
  INVALID_INPUT: ({ violations }: Refusals['INVALID_INPUT']) => new InvalidInput(violations),
  TOO_MANY_ATTEMPTS: (refusal: Refusals['TOO_MANY_ATTEMPTS']) => new TooManyAttempts(refusal),
  WRONG_PASSWORD: () => new WrongPassword(),
  LINK_INVALID: () => new LinkInvalid(),
  EMAIL_TAKEN: () => new EmailTaken(),
};

type ErrorOf<Code extends keyof Refusals> = ReturnType<(typeof ERRORS)[Code]>;

/** The typed error that tells of a refusal. */
export function toAccountError<Code extends keyof Refusals>(
  refusal: { readonly refused: Code } & Partial<Refusals[keyof Refusals] & object>,
): ErrorOf<Code> {
  const make = ERRORS[refusal.refused] as (refusal: unknown) => ErrorOf<Code>;
  return make(refusal);
}
