import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.js';
import { actualCost } from './actual-cost.js';
import type { Budget } from './bucket.js';
import { waitFor } from './bucket.js';
import { QueryTooComplex } from './limits.js';
import type { OperationCost } from './operation-cost.js';
import { payerOf } from './payer.js';
import { priceOf } from './price-lists.js';

/** What is told of the cost of an operation, in points. */
export interface CostReport {
  readonly requestedQueryCost: number;
  /** Null while it has not run, or because it was refused. */
  readonly actualQueryCost: number | null;
  readonly throttleStatus: {
    readonly maximumAvailable: number;
    readonly currentlyAvailable: number;
    /** Points a second. */
    readonly restoreRate: number;
  };
}

/** The budget does not suffice now. Nothing was run. */
class Throttled extends GraphQLError {
  constructor(waitMs: number, cost: CostReport) {
    const seconds = Math.ceil(waitMs / 1000);
    super(`Too much was asked for in a short time. Try again in ${seconds} s.`, {
      extensions: {
        code: 'THROTTLED',
        retryAfterMs: waitMs,
        cost,
        http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
      },
    });
  }
}

/** A valid operation of a document, and what comes with it. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown> | null | undefined;
}

/** An operation that is paid for. */
export class Charge {
  constructor(
    private readonly context: Context,
    private readonly payer: { readonly key: string; readonly budget: Budget },
    readonly cost: OperationCost,
    private readonly left: number,
  ) {}

  /** Gives back what was not needed, or takes what was needed beyond, and tells of it. */
  async settle(data: Record<string, unknown> | null | undefined): Promise<CostReport> {
    const { key, budget } = this.payer;
    const actual = actualCost(this.cost, data ?? {});
    const back = this.cost.requested - actual;
    const left = back === 0 ? this.left : (await this.context.services.budgets.settle(key, back, budget)).left;
    return reportOf(budget, this.cost.requested, left, actual);
  }
}

/**
 * Takes what an operation cost before, for an answer that is given again without running it.
 * @returns undefined, and takes nothing, where the budget does not suffice
 */
export async function chargeAgain(before: CostReport, context: Context): Promise<CostReport | undefined> {
  const { requestedQueryCost: requested, actualQueryCost } = before;
  const { key, budget } = payerOf(context);
  const { budgets } = context.services;
  const actual = actualQueryCost ?? requested;
  const { taken, left } = await budgets.take(key, requested, budget);
  if (!taken) return undefined;
  const after = actual === requested ? left : (await budgets.settle(key, requested - actual, budget)).left;
  return reportOf(budget, requested, after, actual);
}

/** What a document costs that is refused, whatever is wrong with it: a point for so many characters, within bounds. */
const CHARACTERS_A_POINT = 20;
const LEAST_REFUSAL_COST = 10;
const MOST_REFUSAL_COST = 1_000;

/**
 * What it costs to find that a document is to be refused. Long ones take long to validate. Never more than a payer can
 * have, or nothing could be asked for.
 */
function refusalCost(document: unknown, { maximum }: Budget): number {
  const points = typeof document === 'string' ? Math.ceil(document.length / CHARACTERS_A_POINT) : 0;
  return Math.min(maximum, MOST_REFUSAL_COST, Math.max(LEAST_REFUSAL_COST, points));
}

/**
 * Looks before a document is parsed whether whoever asks could pay for its being refused. Nothing is taken.
 * @throws Throttled (code THROTTLED)
 */
export async function affordRefusal(document: unknown, context: Context): Promise<void> {
  const { key, budget } = payerOf(context);
  const cost = refusalCost(document, budget);
  const { left } = await context.services.budgets.settle(key, 0, budget);
  if (left < cost) throw new Throttled(waitFor(cost, left, budget), reportOf(budget, cost, left, null));
}

/** Documents up to this length, in characters, are read for nothing where they turn out valid. */
const FREE_CHARACTERS = 1_000;

/**
 * Takes what it costs to read and validate a document that is not known, beyond a length; nothing of it comes back. Before
 * that, looks whether whoever asks could pay for its being refused.
 * @throws Throttled (code THROTTLED)
 */
export async function payForReading(document: unknown, context: Context): Promise<void> {
  await affordRefusal(document, context);
  const { key, budget } = payerOf(context);
  const price = refusalCost(document, budget) - FREE_CHARACTERS / CHARACTERS_A_POINT;
  if (price <= 0) return;
  context.operation.paidForReading = price;
  await context.services.budgets.settle(key, -price, budget);
}

/** Takes what a document cost that was refused before it ran, but for what was paid for reading it. */
export async function chargeRefusal(document: unknown, context: Context): Promise<void> {
  const { key, budget } = payerOf(context);
  const { paidForReading = 0 } = context.operation;
  await context.services.budgets.settle(key, paidForReading - refusalCost(document, budget), budget);
}

/** How long an answer about a change may be for nothing, and how much of it beyond costs a point, in characters. */
const FREE_ANSWER = 16 * 1024;
const ANSWER_A_POINT = 100;

/** Takes what it costs to tell of a change at length: a subscription that was cheap to begin may ask for a whole order each time. */
export async function payForTelling(answer: string, context: Context): Promise<void> {
  const price = Math.ceil((answer.length - FREE_ANSWER) / ANSWER_A_POINT);
  if (price <= 0) return;
  const { key, budget } = payerOf(context);
  await context.services.budgets.settle(key, -price, budget);
}

/** Whether an error says that a budget does not suffice now. That is free, so that who waits as told to is served. */
export function isThrottled(error: unknown): boolean {
  return error instanceof GraphQLError && error.extensions.code === 'THROTTLED';
}

/**
 * Takes what an operation may cost from the budget of whoever asks; undefined where its variables do not fit, because then
 * it comes to nothing.
 * @throws QueryTooComplex if it is more than one document may ask for
 * @throws Throttled (code THROTTLED) if it is more than the budget has now
 */
export async function charge(asked: Asked, context: Context): Promise<Charge | undefined> {
  const { schema, operation } = asked;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables ?? {}, {
    maxErrors: 1,
  });
  if (errors) return undefined;
  const cost = priceOf(asked, coerced);
  const payer = payerOf(context);
  const { key, budget } = payer;
  if (cost.requested > budget.maximum) throw new QueryTooComplex(`costs more than your ${budget.maximum} points`);
  const { taken, left } = await context.services.budgets.take(key, cost.requested, budget);
  if (taken) return new Charge(context, payer, cost, left);
  throw new Throttled(waitFor(cost.requested, left, budget), reportOf(budget, cost.requested, left, null));
}

function reportOf(budget: Budget, requested: number, left: number, actual: number | null): CostReport {
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: {
      maximumAvailable: budget.maximum,
      currentlyAvailable: Math.max(0, Math.floor(left)),
      restoreRate: budget.restorePerSecond,
    },
  };
}
