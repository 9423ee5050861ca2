import { once } from 'node:events';
import type { Redis } from 'ioredis';
import { connectToRedis } from '../redis.js';
import type { Budget, Taking } from './bucket.js';
import { type Budgets, InProcessBudgets } from './budgets.js';

/** How long Redis may take to answer before a request is counted without it, in milliseconds. */
const ANSWERS_WITHIN_MS = 250;

/** How long Redis is left alone once it has not answered, in milliseconds. */
const LEAVES_ALONE_MS = 1_000;

/**
 * The arithmetic of bucket.ts, at one place for all servers. Without a time handed in, Redis' own counts, so that servers
 * whose clocks differ agree. A bucket is forgotten a minute after it is full again.
 */
const CHANGE = `
local maximum, restore = tonumber(ARGV[1]), tonumber(ARGV[2])
local points, always, now = tonumber(ARGV[3]), ARGV[4] == '1', tonumber(ARGV[5])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local state = redis.call('HMGET', KEYS[1], 'left', 'at')
local left, at = tonumber(state[1]) or maximum, tonumber(state[2]) or now
if now > at then left, at = math.min(maximum, left + (now - at) * restore), now end
local taken = always or left + points >= 0
if taken then left = math.min(maximum, left + points) end
redis.call('HSET', KEYS[1], 'left', string.format('%.0f', left), 'at', string.format('%.0f', at))
redis.call('PEXPIRE', KEYS[1], math.ceil((maximum - left) / restore) + 60000)
return { taken and 1 or 0, left }
`;

type WithChange = Redis & {
  changeBucket(key: string, ...values: Array<number | string>): Promise<[taken: number, left: number]>;
};

interface RedisBudgetsOptions {
  /** The time in milliseconds since 1970; without it, Redis' own. */
  readonly clock?: () => number;
  readonly answersWithinMs?: number;
}

/** Buckets that all servers share over Redis. While it is away each server counts by itself, and goes on serving. */
export class RedisBudgets implements Budgets {
  private readonly redis: WithChange;
  private readonly own: InProcessBudgets;
  private readonly clock: (() => number) | undefined;
  private readonly answersWithinMs: number;
  private aloneUntil = 0;

  constructor(url: string, { clock, answersWithinMs = ANSWERS_WITHIN_MS }: RedisBudgetsOptions = {}) {
    this.clock = clock;
    this.answersWithinMs = answersWithinMs;
    this.own = new InProcessBudgets(clock);
    this.redis = connectToRedis(url) as WithChange;
    this.redis.defineCommand('changeBucket', { numberOfKeys: 1, lua: CHANGE });
    // Whoever listens for signals tells of it.
    this.redis.on('error', () => {});
  }

  async take(payer: string, points: number, budget: Budget): Promise<Taking> {
    return (await this.change(payer, -points, budget, false)) ?? this.own.take(payer, points, budget);
  }

  async settle(payer: string, points: number, budget: Budget): Promise<Taking> {
    return (await this.change(payer, points, budget, true)) ?? this.own.settle(payer, points, budget);
  }

  /** Resolves once Redis can be asked. */
  async connected(): Promise<void> {
    if (this.redis.status !== 'ready') await once(this.redis, 'ready');
  }

  async close(): Promise<void> {
    this.redis.disconnect();
  }

  /** What Redis says, or undefined if it says nothing in time. */
  private async change(
    payer: string,
    points: number,
    { maximum, restorePerSecond }: Budget,
    always: boolean,
  ): Promise<Taking | undefined> {
    if (this.redis.status !== 'ready' || Date.now() < this.aloneUntil) return undefined;
    const values = [maximum * 1000, restorePerSecond, points * 1000, always ? '1' : '0', this.clock?.() ?? ''];
    try {
      const answer = this.redis.changeBucket(`oops:budget:${payer}`, ...values);
      const [taken, left] = await within(answer, this.answersWithinMs);
      return { taken: taken === 1, left: left / 1000 };
    } catch {
      this.aloneUntil = Date.now() + LEAVES_ALONE_MS;
      return undefined;
    }
  }
}

/** What comes in time; what comes later is let go, and so is its failure. */
async function within<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
