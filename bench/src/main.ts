import { compare } from './compare/compare.js';
import type { Comparison } from './compare/comparison.js';
import { Maria } from './machine/maria.js';
import { CORE, pinSelf } from './machine/processes.js';
import { readOptions } from './options.js';
import { printComparison } from './report/table.js';
import { measureBroadcast, printBroadcasts } from './scenarios/broadcast.js';
import { myOrders, myOrdersAgain } from './scenarios/my-orders.js';
import { measureOneAccount, printLatencies } from './scenarios/one-account.js';
import { orderById } from './scenarios/order-by-id.js';
import { replaceItem } from './scenarios/replace-item.js';
import type { Stage } from './scenarios/scenario.js';
import { provide } from './seed/database.js';

const compared = (comparison: Comparison) => async (stage: Stage) => {
  const database = await provide(stage.maria, 1);
  printComparison(comparison, await compare(comparison, { ...stage, database }));
};

const SCENARIOS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  ...Object.fromEntries([myOrders, myOrdersAgain, orderById, replaceItem].map((one) => [one.name, compared(one)])),
  broadcast: async (stage) => printBroadcasts(await measureBroadcast(stage)),
  'one-account': async (stage) => printLatencies(await measureOneAccount(stage)),
};

const options = readOptions(process.argv.slice(2));
const names = options.names.length > 0 ? options.names : Object.keys(SCENARIOS);
const unknown = names.find((name) => !SCENARIOS[name]);
if (unknown) throw new Error(`There is no "${unknown}", but ${Object.keys(SCENARIOS).join(', ')}`);

pinSelf(CORE.other);
const maria = await Maria.start();
for (const name of names) {
  console.log(name);
  await SCENARIOS[name]?.({ maria, options });
}
await maria.running.end();
