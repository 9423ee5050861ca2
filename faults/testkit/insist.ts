import { setTimeout as pause } from 'node:timers/promises';
import { NoAnswer, type Reachable } from './client.js';
import { COMES_BACK_WITHIN_MS } from './eventually.js';
import type { Mutation, Outcome, Person } from './person.js';

const SHORTEST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 100;

export interface Insisted {
  readonly outcome: Outcome;
  /** How often it had to be asked, 1 where the first time was enough. */
  readonly attempts: number;
}

/**
 * Repeats a mutation, which must carry an idempotency key, at one server after the other until an answer comes. A
 * refusal is an answer.
 * @param first where to begin; each in turn without it
 */
export async function insist(
  person: Person,
  mutation: Mutation,
  input: { readonly idempotencyKey: string },
  first?: Reachable,
): Promise<Insisted> {
  const deadline = Date.now() + COMES_BACK_WITHIN_MS;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return { outcome: await person.tries(mutation, input, attempts === 1 ? first : undefined), attempts };
    } catch (failure) {
      if (!(failure instanceof NoAnswer) || Date.now() > deadline) throw failure;
    }
    await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
  }
}
