import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { inRepository } from '../machine/places.js';
import { figuresIn } from './markdown.js';
import { plot } from './plot.js';
import { type Results, renewed } from './results.js';

const JSON_FILE = inRepository('docs/performance.json');
const TEXT_FILE = inRepository('docs/performance.md');
const PLOT_FILE = inRepository('docs/images/performance.svg');

const [BEGIN, END] = ['<!-- figures: npm run bench -- --write -->', '<!-- end of figures -->'];

/** Writes what was measured into docs/, beside what an earlier run on the same machine has left there. */
export function writeReport(fresh: Results): void {
  const results = rounded(renewed(earlier(fresh), fresh));
  writeFileSync(JSON_FILE, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(PLOT_FILE, plot(results));
  const text = readFileSync(TEXT_FILE, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`docs/performance.md has no place for figures: ${BEGIN} … ${END}`);
  writeFileSync(TEXT_FILE, `${before}${BEGIN}\n\n${figuresIn(results)}\n\n${END}${after}`);
}

/** What was measured on another machine, or with other versions, says nothing beside what is measured now. */
function earlier({ machine }: Results): Results {
  if (!existsSync(JSON_FILE)) return {};
  const old = JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Results;
  return isDeepStrictEqual(old.machine, machine) ? old : {};
}

/** No more digits than a measurement has. */
function rounded(results: Results): Results {
  const short = (_key: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  return JSON.parse(JSON.stringify(results, short));
}
