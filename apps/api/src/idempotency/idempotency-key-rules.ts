import { LIMITS, textProblem, type Violation } from '@oops/item-status';

/** What is wrong with a key that a client sent along; none is always right. */
export function idempotencyKeyViolations(key: string | null | undefined): Violation[] {
  if (key == null) return [];
  const problem = textProblem(key, { required: true, ...LIMITS.idempotencyKey });
  return problem ? [{ field: 'idempotencyKey', problem }] : [];
}
