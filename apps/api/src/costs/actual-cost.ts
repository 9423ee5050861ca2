import type { FieldNode } from 'graphql';
import type { OperationCost } from './operation-cost.js';

/** The keys of an object of the answer below which there are objects, and theirs in turn. Lists count as their entries. */
export interface Outline extends Map<string, Outline> {}

/** What an answer turned out to cost, in points: the objects in it, and what was fixed. */
export function actualCost(
  { fixed, paid, outline }: Pick<OperationCost, 'fixed' | 'paid' | 'outline'>,
  data: Readonly<Record<string, unknown>>,
): number {
  let total = fixed;
  for (const [key, inner] of outline) if (!paid.has(key)) total += objectsIn(data[key], inner);
  return Math.max(1, total);
}

/** Looks only where there can be objects: an answer has thousands of other values. */
function objectsIn(value: unknown, outline: Outline): number {
  if (value === null || value === undefined) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const each of value) count += objectsIn(each, outline);
    return count;
  }
  for (const [key, inner] of outline) count += objectsIn((value as Record<string, unknown>)[key], inner);
  return count + 1;
}

/** The outline of what a field answers; begun if there is none yet. */
export function innerOf(outline: Outline, { alias, name }: FieldNode): Outline {
  const key = (alias ?? name).value;
  const inner = outline.get(key) ?? new Map();
  outline.set(key, inner);
  return inner;
}
