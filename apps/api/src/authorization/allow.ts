import { Extensions } from 'type-graphql';
import type { Rule } from './rules.js';

/** Where a field of the schema carries its rule. */
export const RULE = 'allow';

/**
 * Declares who may ask for a field. `enforceRules` sees to it, and to it that none is forgotten that begins an operation or
 * takes an id. Any other without a rule is for whoever may see its object.
 */
export function Allow(rule: Rule): MethodDecorator & PropertyDecorator {
  return Extensions({ [RULE]: rule });
}
