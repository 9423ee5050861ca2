import type { Signals } from './signals.js';

/** The longest that a lost signal goes unnoticed, but for the time that it takes to ask, in milliseconds. */
export const POLL_MS = 1_500;

/** Asks the database which of these topics have had something to tell since it was last asked. */
export type FindMissed = (topics: readonly string[]) => Promise<readonly string[]>;

/**
 * Makes good what signals may not have told: asks about all that this server listens to, again and again, with a few
 * statements for the whole server however many listen. Returns how to stop.
 * @param onTrouble is told why asking failed, each time that begins; it goes on all the same
 */
export function pollForMissed(
  signals: Signals,
  finders: readonly FindMissed[],
  onTrouble: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let troubled = false;

  const ask = async (): Promise<void> => {
    const topics = signals.topics();
    for (const find of finders) for (const topic of await find(topics)) signals.repeat(topic);
    troubled = false;
  };

  const wait = (): void => {
    timer = setTimeout(async () => {
      try {
        await ask();
      } catch (error) {
        if (!troubled && !stopped) onTrouble(error);
        troubled = true;
      }
      if (!stopped) wait();
    }, POLL_MS).unref();
  };

  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
