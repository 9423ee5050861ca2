import { compare } from '../compare/compare.js';
import { comparedBy } from '../compare/compared.js';
import type { Comparison } from '../compare/comparison.js';
import type { Results } from '../report/results.js';
import { printCompared } from '../report/table.js';
import { provide } from '../seed/database.js';
import { measureBroadcast, printBroadcasts } from './broadcast.js';
import { measureGrowth, printGrowth } from './growth.js';
import { measureLargeOrders, printLargeOrders } from './large-orders.js';
import { myOrders, myOrdersAgain } from './my-orders.js';
import { measureOneAccount, printLatencies } from './one-account.js';
import { orderById } from './order-by-id.js';
import { replaceItem } from './replace-item.js';
import type { Stage } from './scenario.js';

/** Measures one thing, says what came of it, and returns that. */
export type Scenario = (stage: Stage) => Promise<Results>;

/** Everything that can be measured, by name. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...Object.fromEntries([myOrders, myOrdersAgain, orderById, replaceItem].map((one) => [one.name, comparing(one)])),
  broadcast: async (stage) => {
    const broadcast = await measureBroadcast(stage);
    printBroadcasts(broadcast);
    return { broadcast };
  },
  'one-account': async (stage) => {
    const oneAccount = await measureOneAccount(stage);
    printLatencies(oneAccount);
    return { oneAccount };
  },
  growth: async (stage) => {
    const growth = await measureGrowth(stage);
    printGrowth(growth);
    return { growth };
  },
  'large-orders': async (stage) => {
    const largeOrders = await measureLargeOrders(stage);
    printLargeOrders(largeOrders);
    return { largeOrders };
  },
};

function comparing(comparison: Comparison): Scenario {
  return async (stage) => {
    const database = await provide(stage.maria, 1);
    const compared = comparedBy(comparison, await compare(comparison, { ...stage, database }));
    printCompared(compared);
    return { compared: { [comparison.name]: compared } };
  };
}
