import { describeMachine } from './machine/machine.js';
import { Maria } from './machine/maria.js';
import { CORE, moveTo } from './machine/processes.js';
import { readOptions } from './options.js';
import { type Results, renewed } from './report/results.js';
import { writeReport } from './report/write-report.js';
import { SCENARIOS } from './scenarios/all.js';

const options = readOptions(process.argv.slice(2));
const names = options.names.length > 0 ? options.names : Object.keys(SCENARIOS);
const unknown = names.find((name) => !SCENARIOS[name]);
if (unknown) throw new Error(`There is no "${unknown}", but ${Object.keys(SCENARIOS).join(', ')}`);

moveTo(CORE.other);
const maria = await Maria.start();
let results: Results = { machine: await describeMachine(maria) };
for (const name of names) {
  console.log(name);
  results = renewed(results, (await SCENARIOS[name]?.({ maria, options })) ?? {});
  // At once, so that nothing is lost should the next one fail.
  if (options.write) writeReport(results);
}
await maria.running.end();
