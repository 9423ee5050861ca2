import type { Mutation, Outcome, Person } from './person.js';

/** What somebody wanted, and what they know became of it. */
export interface Entry {
  readonly person: Person;
  readonly mutation: Mutation;
  readonly input: { readonly idempotencyKey: string };
  /** What it is about; none for a new order. */
  readonly itemId?: string;
  readonly orderId?: string;
  /** How many items a new order is to have. */
  readonly itemCount?: number;
  /** The answer, or nothing if none came: then it is not known whether it was done. */
  outcome?: Outcome;
  /** When the answer came. */
  answeredAt?: number;
}

/** All that was asked for while something was being killed. */
export class Ledger {
  readonly entries: Entry[] = [];
  /** Why there was no answer, and how often. */
  readonly failures = new Map<string, number>();
  /** Answers that nothing in the load gives cause for. */
  readonly surprises: string[] = [];

  get acknowledged(): Entry[] {
    return this.entries.filter(({ outcome }) => outcome);
  }

  get unknown(): Entry[] {
    return this.entries.filter(({ outcome }) => !outcome);
  }

  noteFailure({ message }: Error): void {
    this.failures.set(message, (this.failures.get(message) ?? 0) + 1);
  }

  note(entry: Entry, outcome: Outcome): void {
    if (!outcome.__typename.endsWith('Success'))
      this.surprises.push(`${entry.mutation} ${JSON.stringify(entry.input)}: ${JSON.stringify(outcome)}`);
    entry.outcome = outcome;
    entry.answeredAt = Date.now();
  }
}
