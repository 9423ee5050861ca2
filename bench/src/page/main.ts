import { parseArgs } from 'node:util';
import { median } from '../compare/medians.js';
import type { WINDOWS } from './browser.js';
import { Demo } from './demo.js';
import { expand } from './expansion.js';
import { audit } from './lighthouse.js';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);

/** The medians of several rounds, a column at a time. */
async function medians(measure: () => Promise<Record<string, number>>): Promise<Record<string, number>> {
  const rows: Record<string, number>[] = [];
  for (let round = 0; round < rounds; round += 1) rows.push(await measure());
  const columns = Object.keys(rows[0] ?? {});
  return Object.fromEntries(columns.map((name) => [name, rounded(median(rows.map((row) => row[name] ?? Number.NaN)))]));
}

function rounded(value: number): number {
  return value < 1 ? Number(value.toFixed(4)) : Math.round(value);
}

const demo = await Demo.start();
try {
  const audits: Record<string, object> = {
    'sign-in': await medians(() => audit(demo, '/sign-in', false)),
    'My Orders': await medians(() => audit(demo, '/', true)),
  };
  const orderNumber = await demo.placeLargeOrder();
  audits['My Orders with 500 items in one'] = await medians(() => audit(demo, '/', true));
  console.table(audits);
  const windows: readonly (keyof typeof WINDOWS)[] = ['phone', 'wide'];
  const expansions: Record<string, object> = {};
  for (const window of windows) expansions[window] = await medians(() => expand(demo, orderNumber, window));
  console.table(expansions);
} finally {
  await demo.stop();
}
