import { compare } from './compare/compare.js';
import { Maria } from './machine/maria.js';
import { readOptions } from './options.js';
import { printComparison } from './report/table.js';
import { myOrders, myOrdersAgain } from './scenarios/my-orders.js';
import { orderById } from './scenarios/order-by-id.js';
import { replaceItem } from './scenarios/replace-item.js';
import { provide } from './seed/database.js';

const COMPARISONS = [myOrders, myOrdersAgain, orderById, replaceItem];

const options = readOptions(process.argv.slice(2));
const unknown = options.names.filter((name) => !COMPARISONS.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(`There is no "${unknown[0]}", but ${COMPARISONS.map(({ name }) => name).join(', ')}`);

const maria = await Maria.start();
const database = await provide(maria, 1);
for (const comparison of COMPARISONS) {
  if (options.names.length > 0 && !options.names.includes(comparison.name)) continue;
  console.log(comparison.title);
  printComparison(comparison, await compare(comparison, { maria, database, options }));
}
await maria.running.end();
