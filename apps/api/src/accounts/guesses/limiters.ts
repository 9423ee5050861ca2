import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { connectToRedis } from '../../redis.js';

const MINUTE_S = 60;

/** What is slowed down, and how many times it may be done before the wait begins. */
const LIMITS = {
  /** Guesses at passwords from one network, of whichever account. */
  NETWORK: { points: 100, duration: 15 * MINUTE_S },
  /** Guesses at the password of one account, from all browsers that it has never been signed in with. */
  ACCOUNT: { points: 10, duration: 15 * MINUTE_S },
  /** Guesses from a browser that the account has been signed in with: so strangers cannot keep the owner out. */
  DEVICE: { points: 10, duration: 15 * MINUTE_S },
  /** Guesses of somebody who is signed in, where the password is asked for again. */
  OWNER: { points: 10, duration: 15 * MINUTE_S },
  /** Mails to one address that anybody may ask for. */
  MAILS_TO_ADDRESS: { points: 5, duration: 60 * MINUTE_S },
  /** The same, asked for from one network. */
  MAILS_FROM_NETWORK: { points: 30, duration: 60 * MINUTE_S },
} as const;

export type Slowed = keyof typeof LIMITS;

/** Counts what must not be tried too often: in this process or, with Redis, over all servers. */
export class Limiters {
  private readonly redis: Redis | undefined;
  private readonly limiters: ReadonlyMap<Slowed, RateLimiterAbstract>;

  constructor(redisUrl?: string) {
    this.redis = redisUrl === undefined ? undefined : connectToRedis(redisUrl);
    // Whoever listens for signals tells of it.
    this.redis?.on('error', () => {});
    const kinds = Object.entries(LIMITS) as Array<[Slowed, { points: number; duration: number }]>;
    this.limiters = new Map(kinds.map(([kind, limit]) => [kind, this.limiter(kind, limit)]));
  }

  /** Counts one more attempt. If it is one too many, says how long to wait, in milliseconds. */
  async take(kind: Slowed, key: string): Promise<number | undefined> {
    try {
      await this.of(kind).consume(key);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
      throw refusal;
    }
  }

  /** Takes an attempt back that turned out to be none. */
  async giveBack(kind: Slowed, key: string): Promise<void> {
    await this.of(kind).reward(key);
  }

  async close(): Promise<void> {
    this.redis?.disconnect();
  }

  private of(kind: Slowed): RateLimiterAbstract {
    return this.limiters.get(kind) as RateLimiterAbstract;
  }

  private limiter(kind: Slowed, limit: { points: number; duration: number }): RateLimiterAbstract {
    const options = { ...limit, keyPrefix: `oops:slowed:${kind}` };
    const inProcess = new RateLimiterMemory(options);
    if (!this.redis) return inProcess;
    // While Redis is away each server counts by itself.
    return new RateLimiterRedis({ ...options, storeClient: this.redis, insuranceLimiter: inProcess });
  }
}
