import { Redis } from 'ioredis';

/** The longest pause between two attempts to reach Redis, in milliseconds. */
const MAX_RETRY_MS = 2_000;

/** How long Redis may leave a signal unanswered before its connection counts as dead, in milliseconds. */
const SILENCE_MS = 3_000;

/** A connection to Redis that fails at once instead of waiting, and comes back by itself. */
export function connectToRedis(url: string): Redis {
  return new Redis(url, {
    // What cannot be sent now is not worth sending later.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // One that hangs would otherwise be taken for reachable, and what is sent to it pile up here.
    socketTimeout: SILENCE_MS,
    connectTimeout: SILENCE_MS,
    retryStrategy: (attempt: number) => Math.min(MAX_RETRY_MS, 50 * 2 ** attempt) * (0.5 + Math.random() / 2),
  });
}
