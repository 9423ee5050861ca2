import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Person } from './person.js';

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

const CHANGES = 'subscription ($after: String!) { changes(after: $after) { cursor sequence } }';

export interface Followed {
  readonly cursor: string;
  readonly sequence: number;
  /** When it arrived. */
  readonly at: number;
}

/** What is wrong with what a follower has; all of it is 0 where it is whole. */
export interface Faults {
  readonly missing: number;
  readonly repeated: number;
  readonly disordered: number;
}

/**
 * A partner's program that follows all changes for ever, as docs/api/README.md tells it to: goes on after the last
 * cursor, at another server each time, however often it is cut off.
 */
export class Follower {
  readonly received: Followed[] = [];
  /** How often it has connected after the first time. */
  reconnects = -1;
  private client: Client | undefined;
  private isPaused = false;
  private isStopped = false;
  private resumed = () => {};
  private readonly ended: Promise<void>;
  /** What has ended its connections, newest last; to be shown where it does not come through. */
  private readonly interruptions: string[] = [];

  /**
   * @param cursor to begin after, e.g. `person.latestCursor()`
   * @param turn which of the person's servers it begins at
   */
  constructor(
    readonly person: Person,
    private cursor: string,
    private turn = 0,
  ) {
    this.ended = this.follow();
  }

  /** Cuts the connection; it comes back by itself. */
  drop(): void {
    this.client?.terminate();
  }

  /** Cuts the connection and stays away until `resume()`. */
  pause(): void {
    this.isPaused = true;
    this.drop();
  }

  resume(): void {
    this.isPaused = false;
    this.resumed();
  }

  /** Ends it for good. */
  async kill(): Promise<void> {
    this.isStopped = true;
    this.resume();
    this.drop();
    await this.ended;
  }

  /** What is wrong with what it has of `from` … `to` in a buyer's feed. */
  faults(from: number, to: number): Faults {
    return faultsOf(
      this.received.map(({ sequence }) => sequence),
      Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index),
    );
  }

  /** The same by cursors, for anybody's feed: what there is after where it began. */
  faultsAgainst(feed: ReadonlyArray<{ readonly cursor: string }>): Faults {
    return faultsOf(
      this.received.map(({ cursor }) => cursor),
      feed.map(({ cursor }) => cursor),
    );
  }

  describe(): string {
    const last = this.interruptions.slice(-5).join('; ');
    return `${this.person.email}: ${this.received.length} changes, ${this.reconnects} reconnects; cut off lately by ${last}`;
  }

  private async follow(): Promise<void> {
    while (!this.isStopped) {
      if (this.isPaused)
        await new Promise<void>((resolve) => {
          this.resumed = resolve;
        });
      if (this.isStopped) return;
      await this.connectOnce().catch((error) => this.note(error));
      if (!this.isStopped) await pause(SHORTEST_PAUSE_MS + Math.random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS));
    }
  }

  private async connectOnce(): Promise<void> {
    const { servers, cookie } = this.person;
    this.client = connect(servers[this.turn % servers.length]?.url ?? '', cookie);
    this.turn += 1;
    this.reconnects += 1;
    try {
      const subscription = this.client.iterate<{ changes: Omit<Followed, 'at'> }>({
        query: CHANGES,
        variables: { after: this.cursor },
      });
      for await (const { data, errors } of subscription) {
        if (errors) throw new Error(JSON.stringify(errors));
        if (!data) continue;
        this.received.push({ ...data.changes, at: Date.now() });
        this.cursor = data.changes.cursor;
      }
    } finally {
      await this.client.dispose();
    }
  }

  private note(error: unknown): void {
    const { code, reason, message } = error as { code?: number; reason?: string; message?: string };
    this.interruptions.push([code, reason || message || JSON.stringify(error)].filter(Boolean).join(' '));
  }
}

/** What speaks against `got` being exactly `wanted`. Each expected value is one of its kind. */
export function faultsOf<T>(got: readonly T[], wanted: readonly T[]): Faults {
  const place = new Map(wanted.map((value, index) => [value, index]));
  const seen = new Set<T>();
  let repeated = 0;
  let disordered = 0;
  let furthest = -1;
  for (const value of got) {
    const index = place.get(value);
    if (seen.has(value)) repeated += 1;
    else if (index === undefined || index < furthest) disordered += 1;
    furthest = Math.max(furthest, index ?? -1);
    seen.add(value);
  }
  return { missing: wanted.filter((value) => !seen.has(value)).length, repeated, disordered };
}

/** One connection, which ends for the first reason to. */
function connect(url: string, cookie: string): Client {
  let pongDue: NodeJS.Timeout | undefined;
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers: { cookie } });
      }
    },
    retryAttempts: 0,
    connectionAckWaitTimeout: 10_000,
    keepAlive: 10_000,
    on: {
      ping: (received) => {
        if (!received) pongDue = setTimeout(() => client.terminate(), 5_000);
      },
      pong: () => clearTimeout(pongDue),
      closed: () => clearTimeout(pongDue),
    },
  });
  return client;
}
