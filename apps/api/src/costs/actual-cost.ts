import type { FieldNode } from 'graphql';
import type { OperationCost } from './operation-cost.js';

/** A key of an object of the answer below which there are objects, and the keys of those. Lists count as their entries. */
interface Branch {
  readonly key: string;
  /** What the field costs beyond its objects, in points, each time it is answered. */
  readonly own: number;
  readonly outline: Outline;
}

/** All such keys of an object. */
export type Outline = Branch[];

/** What an answer turned out to cost, in points: the objects in it, with what their fields cost, and what was fixed. */
export function actualCost(
  { fixed, paid, outline }: Pick<OperationCost, 'fixed' | 'paid' | 'outline'>,
  data: Readonly<Record<string, unknown>>,
): number {
  let total = fixed;
  for (const { key, outline: inner } of outline) if (!paid.has(key)) total += objectsIn(data[key], inner);
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
  for (const { key, own, outline: inner } of outline) {
    const below = objectsIn((value as Record<string, unknown>)[key], inner);
    if (below > 0) count += own + below;
  }
  return count + 1;
}

/**
 * The outline of what a field answers; begun if there is none yet.
 * @param own what the field costs beyond that, in points; for a root field it is fixed
 */
export function innerOf(outline: Outline, { alias, name }: FieldNode, own: number): Outline {
  const key = (alias ?? name).value;
  const known = outline.find((branch) => branch.key === key);
  if (known) return known.outline;
  const inner: Outline = [];
  outline.push({ key, own, outline: inner });
  return inner;
}
