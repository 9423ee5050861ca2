import type { Connection } from 'mysql2/promise';
import type { Ask } from '../load/job.js';

/** A kind of request that server and limit are compared by. */
export interface Comparison {
  readonly name: string;
  /** What it is, in a few words, for the table. */
  readonly title: string;
  readonly document: string;
  /** How many times the limit the server is to reach. */
  readonly reach: number;
  /** Whether each answer must have been read from the database; one that is remembered takes the session's statement only. */
  readonly readsEachTime: boolean;
  /**
   * The requests of each connection.
   * @param round counts from 0, so that each may have requests of its own: a side is not asked for what it was asked before
   */
  asks(connections: number, round: number): readonly (readonly Ask[])[];
  /** Makes the data ready for one load, and puts right what the last one did. */
  prepare?(connection: Connection): Promise<void>;
  /** Makes sure after a load that all answers were what they are to be. */
  check?(connection: Connection, answered: number, connections: number): Promise<void>;
  /** Leaves the data as it was found. */
  end?(connection: Connection): Promise<void>;
}

/** Deals requests to connections in turn. */
export function deal(asks: readonly Ask[], connections: number): Ask[][] {
  return Array.from({ length: connections }, (_, connection) =>
    asks.filter((_ask, index) => index % connections === connection),
  );
}
