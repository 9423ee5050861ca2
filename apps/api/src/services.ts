import type { SharedReads } from './changes/shared-reads.js';
import type { Config } from './config.js';
import type { Budgets } from './costs/budgets.js';
import type { Database } from './database/database.js';
import type { Signals } from './signals/signals.js';

/** What every use case may lean on. Made once, at start, in `main.ts`. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly signals: Signals;
  /** What each account and each stranger may still ask for. */
  readonly budgets: Budgets;
  /** What the followers of one feed read together. */
  readonly sharedReads: SharedReads;
  /** The time now; tests and the demo data set their own. */
  readonly now: () => Date;
}
