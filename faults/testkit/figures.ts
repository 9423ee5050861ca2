import { appendFileSync } from 'node:fs';
import { FIGURES_FILE } from './environment.js';

/** Says what was measured, in one line, and notes it for the summary. No test fails because of a figure. */
export function figure(name: string, value: string | number): void {
  process.stdout.write(`${name}: ${value}\n`);
  if (FIGURES_FILE) appendFileSync(FIGURES_FILE, `${JSON.stringify({ name, value })}\n`);
}

/** Several measurements of one thing: how many, least, median, most. */
export function spread(values: readonly number[], unit: string): string {
  if (values.length === 0) return 'never measured';
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return `${values.length} times, least ${at(0)}, median ${at(0.5)}, most ${at(1)} ${unit}`;
}

/** Many measurements of which the slow ones matter: how many, median, p99, most. */
export function tail(values: readonly number[], unit: string): string {
  if (values.length === 0) return 'never measured';
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]?.toFixed(1);
  return `${values.length} times, median ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} ${unit}`;
}
