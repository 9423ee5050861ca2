import { isBlank, LIMITS, textProblem, type Violation } from '@oops/item-status';

/**
 * What a buyer calls an order or item by, as it is kept; null for nothing. But for the white space around it, it stays as it
 * was given: it is told back to a program that looks for just that.
 */
export function givenReference(text: string | null | undefined): string | null {
  const reference = (text ?? '').trim();
  return isBlank(reference) ? null : reference;
}

/** What is wrong with a reference; none is always right. */
export function referenceViolations(text: string | null | undefined): Violation[] {
  const problem = textProblem(givenReference(text) ?? '', LIMITS.reference);
  return problem ? [{ field: 'reference', problem }] : [];
}
