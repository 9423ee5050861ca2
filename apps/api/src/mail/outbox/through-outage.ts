import { isOutage } from '../../database/outage.js';
import { sleep } from '../sleep.js';

/** For how long a database that is away is waited for, in milliseconds: it may be started anew. */
const LONGEST_OUTAGE_MS = 60_000;

/** The pauses between two tries, in milliseconds. Short ones, for others claim what is ours once they see that it is back. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/**
 * Does `work` again and again while the database cannot be reached. It must do no harm where it was done already: a lost
 * connection does not tell.
 * @param stopping ends the waiting; `work` is tried once more then
 * @throws what `work` throws at last
 */
export async function throughOutage(work: () => Promise<unknown>, stopping?: AbortSignal): Promise<void> {
  const began = performance.now();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      await work();
      return;
    } catch (error) {
      const isTooLong = performance.now() - began > LONGEST_OUTAGE_MS;
      if (!isOutage(error) || isTooLong || stopping?.aborted) throw error;
    }
    await sleep(pause, stopping);
  }
}
