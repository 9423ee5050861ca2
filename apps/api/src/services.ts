import type { SessionEnds } from './accounts/session-ends.js';
import type { WakeUps } from './changes/wake-ups.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';

/** What every use case may lean on. Made once, at start, in `server.ts`. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly wakeUps: WakeUps;
  readonly sessionEnds: SessionEnds;
  /** The time now; tests and the demo data set their own. */
  readonly now: () => Date;
}
