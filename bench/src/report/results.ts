import type { Compared } from '../compare/compared.js';
import type { Machine } from '../machine/machine.js';
import type { Broadcasts } from '../scenarios/broadcast.js';
import type { Growth } from '../scenarios/growth.js';
import type { LargeOrder } from '../scenarios/large-orders.js';
import type { Latencies } from '../scenarios/one-account.js';

/** All that was measured. What was not is missing. */
export interface Results {
  readonly machine?: Machine;
  readonly compared?: Readonly<Record<string, Compared>>;
  readonly broadcast?: Broadcasts;
  readonly oneAccount?: Latencies;
  readonly growth?: readonly Growth[];
  readonly largeOrders?: readonly LargeOrder[];
}

/** Puts new results in the place of older ones. */
export function renewed(old: Results, fresh: Results): Results {
  return { ...old, ...fresh, compared: { ...old.compared, ...fresh.compared } };
}
