import type { Limiters } from './accounts/guesses/limiters.js';
import type { SharedReads } from './changes/shared-reads.js';
import type { Config } from './config.js';
import type { Budgets } from './costs/budgets.js';
import type { Database } from './database/database.js';
import type { Mailer } from './mail/transport/mailer.js';
import type { Signals } from './signals/signals.js';

/** What every use case may lean on. Made once, at start, in `main.ts`. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly signals: Signals;
  /** What each account and each stranger may still ask for. */
  readonly budgets: Budgets;
  /** Counts what must not be tried too often. */
  readonly limiters: Limiters;
  /** What the worker hands mails to. All others put them into the outbox. */
  readonly mailer: Mailer;
  /** Tells of a failure that nobody waits for. */
  readonly report: (error: unknown) => void;
  /** What the followers of one feed read together. */
  readonly sharedReads: SharedReads;
  /** The time now; tests and the demo data set their own. */
  readonly now: () => Date;
}
