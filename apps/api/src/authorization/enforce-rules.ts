import {
  defaultFieldResolver,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { Scope } from '../accounts/scope.js';
import type { Context } from '../context.js';
import { RULE } from './allow.js';
import type { Denial, Rule } from './rules.js';

/**
 * Makes every field of a schema ask its rule before anything else.
 * @throws if a query, mutation or subscription, or any field that takes an id, has none, naming it: nothing is served
 *   that somebody forgot to guard
 */
export function enforceRules(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const forgotten: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (rule) guard(field, rule, type === schema.getSubscriptionType());
      else if (roots.includes(type) || field.args.some(takesId)) forgotten.push(`${type.name}.${field.name}`);
    }
  }
  if (forgotten.length > 0) throw new Error(`Say with @Allow(…) who may ask for ${forgotten.join(', ')}.`);
  return schema;
}

/** The rule that a field declares. */
export function ruleOf({ extensions }: GraphQLField<unknown, Context>): Rule | undefined {
  return extensions[RULE] as Rule | undefined;
}

/** Whether an argument is an id, or has one in it. */
export function takesId({ type }: Pick<GraphQLArgument, 'type'>): boolean {
  return holdsId(type, new Set());
}

function holdsId(type: GraphQLInputType, seen: Set<unknown>): boolean {
  const named = getNamedType(type);
  if (named === GraphQLID) return true;
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some((field) => holdsId(field.type, seen));
}

function guard(field: GraphQLField<unknown, Context>, rule: Rule, isSubscription: boolean): void {
  const { resolve = defaultFieldResolver, subscribe } = field;
  const guarded =
    (inner: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> =>
    (source, args, context, info) => {
      const denial = rule(context);
      if (denial) throw toError(denial);
      return inner(source, args, context, info);
    };
  field.resolve = guarded(resolve);
  if (!isSubscription) return;
  if (!subscribe) throw new Error(`nothing is subscribed to by ${field.name}`);
  field.subscribe = guarded(subscribe);
}

const MISSING = {
  A_SIGN_IN: 'An API key does not do this: sign in.',
  [Scope.ORDERS_READ]: 'This API key may not read orders: it lacks the scope ORDERS_READ.',
  [Scope.ORDERS_WRITE]: 'This API key may not change orders: it lacks the scope ORDERS_WRITE.',
};

function toError(denial: Denial): GraphQLError {
  return denial === 'UNAUTHENTICATED'
    ? new GraphQLError('Sign in, or send an API key.', { extensions: { code: denial } })
    : new GraphQLError(MISSING[denial.missing], { extensions: { code: 'FORBIDDEN' } });
}
