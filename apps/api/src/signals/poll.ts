import { PollTurns } from './poll-turns.js';
import type { Signals } from './signals.js';

/** The longest that a lost signal goes unnoticed, but for the time that it takes to ask, in milliseconds. */
export const POLL_MS = 1_500;

/** How many topics are asked about at once, unless there are so many that it has to be more. */
export const SLICE = 500;

/** How often it is looked whether it is time to ask, in milliseconds. */
const TICK_MS = 25;

/** Asks the database which of these topics may have something to tell. */
export type FindMissed = (topics: readonly string[]) => Promise<Iterable<string>>;

/**
 * Makes good what signals may not have told: asks about all that this server listens to, again and again, a slice at a
 * time, so that nobody waits for it even where thousands listen. Returns how to stop.
 * @param onTrouble is told why asking failed, each time that begins; it goes on all the same
 */
export function pollForMissed(signals: Signals, find: FindMissed, onTrouble: (error: unknown) => void): () => void {
  const topics = signals.topics();
  const turns = new PollTurns(onTrouble);
  let round = topics.keys();
  /** How long topics have waited to be asked about, summed over all of them, in milliseconds. */
  let waited = 0;
  let lastTick = performance.now();

  /** The next ones in turn. Those that come in meanwhile have theirs before the round is over. */
  const next = (count: number): string[] => {
    const slice: string[] = [];
    while (slice.length < count) {
      const { done, value } = round.next();
      if (!done) slice.push(value);
      else if (slice.length > 0) break;
      else round = topics.keys();
    }
    return slice;
  };

  const ask = async (slice: readonly string[]): Promise<void> => {
    for (const topic of await find(slice)) signals.repeat(topic);
  };

  const tick = (): void => {
    const now = performance.now();
    waited = Math.min(topics.size * POLL_MS, waited + topics.size * Math.round(now - lastTick));
    lastTick = now;
    const count = Math.min(topics.size, Math.max(SLICE, Math.ceil((topics.size * TICK_MS) / POLL_MS)));
    if (!turns.isFree || count === 0 || waited < count * POLL_MS) return;
    const slice = next(count);
    waited -= slice.length * POLL_MS;
    void turns.take(() => ask(slice));
  };

  const timer = setInterval(tick, TICK_MS).unref();
  return () => {
    turns.end();
    clearInterval(timer);
  };
}
