import type { Scope } from './scope.js';
import type { Viewer } from './viewer.js';

/** Whoever a request comes from, and by what right. */
export interface Caller {
  /** Null for nobody: without a credential, or with one that has ended or never was. */
  readonly viewer: Viewer | null;
  /** What the API key that came along may be used for; null without one: a person may do all that their role does. */
  readonly scopes: readonly Scope[] | null;
}
