import type { Maria } from '../machine/maria.js';
import type { Options } from '../options.js';

/** What a scenario plays on. */
export interface Stage {
  readonly maria: Maria;
  readonly options: Options;
}
