import { Extensions } from 'type-graphql';
import type { Rule } from './rules.js';

/** Where a field of the schema carries its rule. */
export const RULE = 'allow';

/** Declares who may ask for a field. `enforceRules` sees to it, and to it that no field is forgotten. */
export function Allow(rule: Rule): MethodDecorator {
  return Extensions({ [RULE]: rule }) as MethodDecorator;
}
