import { until } from './eventually.js';
import type { Faults, Follower } from './follower.js';
import type { Inspection } from './inspection.js';
import type { Ledger } from './ledger.js';
import type { Stage } from './stage.js';

interface Post {
  readonly follower: Follower;
  /** Where it began: for the buyers the first sequence, for the operator a cursor. */
  readonly from: number;
  readonly start: string;
}

/** Programs of partners: for each buyer and for the operator one that begins at each server. */
export class Followers {
  private constructor(
    private readonly stage: Stage,
    private readonly posts: readonly Post[],
  ) {}

  /** Nobody may be at work meanwhile, so that it is known where they begin. */
  static async on(stage: Stage): Promise<Followers> {
    const posts: Post[] = [];
    for (const person of [...stage.buyers, stage.operator]) {
      const feed = await person.feed();
      for (const place of stage.servers.keys()) {
        const start = await person.latestCursor();
        posts.push({ follower: await stage.follow(person, place), from: feed.length + 1, start });
      }
    }
    await until(() => posts.every(({ follower }) => follower.reconnects >= 0), 'everybody follows');
    return new Followers(stage, posts);
  }

  /** Waits until each has all that was looked at, once and in order. Fails as soon as one has anything else. */
  async areWhole(inspection: Inspection): Promise<void> {
    const { operator } = this.stage;
    const all = await operator.feed(this.posts.find(({ follower }) => follower.person === operator)?.start);
    for (const { follower, from } of this.posts) {
      const { person } = follower;
      const faults = (): Faults =>
        person === operator
          ? follower.faultsAgainst(all)
          : follower.faults(from, inspection.auditor.endOf(person.email));
      const isWhole = () => {
        const { missing, repeated, disordered } = faults();
        if (repeated + disordered > 0)
          throw new Error(`${repeated} came twice and ${disordered} out of order: ${follower.describe()}`);
        return missing === 0;
      };
      await until(isWhole, `a follower has everything; ${follower.describe()}`).catch((failure) => {
        throw new Error(`${failure.message}; ${JSON.stringify(faults())}`);
      });
    }
  }

  /** When the last of them got its last change. */
  lastArrival(): number {
    return Math.max(...this.posts.map(({ follower }) => follower.received.at(-1)?.at ?? 0));
  }

  get reconnects(): number {
    return this.posts.reduce((sum, { follower }) => sum + follower.reconnects, 0);
  }

  /** How long after its acknowledgement each change of an item came to each of its buyer's followers, in milliseconds. */
  delays({ acknowledged }: Ledger): Array<{ readonly acknowledgedAt: number; readonly ms: number }> {
    const { buyers } = this.stage;
    return buyers.flatMap((buyer) => {
      const followers = this.posts.map(({ follower }) => follower).filter(({ person }) => person === buyer);
      const arrivals = followers.map(({ received }) => new Map(received.map(({ sequence, at }) => [sequence, at])));
      // What the operator reports stands in the feeds of the buyers as well, but its answer does not tell in which.
      const own = acknowledged.filter(({ person }) => person.email === buyer.email);
      return own.flatMap(({ outcome, answeredAt: acknowledgedAt = 0 }) =>
        arrivals.flatMap((arrival) => {
          const at = arrival.get(outcome?.change?.sequence ?? 0);
          return at === undefined ? [] : [{ acknowledgedAt, ms: Math.max(0, at - acknowledgedAt) }];
        }),
      );
    });
  }
}
