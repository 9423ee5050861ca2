import { type DestinationStream, destination } from 'pino';

/** How many characters of the log are written at once, and how long they wait for others at most, in milliseconds. */
const WRITTEN_AT_ONCE = 12_288;
const WAITS_AT_MOST_MS = 200;

/**
 * Where the log goes: to the standard output, several lines at a time, since each write holds up all requests. What waits
 * is written when the process ends, unless it is killed.
 */
export function openLog(): DestinationStream {
  return destination({ dest: 1, sync: false, minLength: WRITTEN_AT_ONCE, periodicFlush: WAITS_AT_MOST_MS });
}
