import { median } from '../compare/medians.js';
import { linearFit } from './linear-fit.js';
import type { Results } from './results.js';
import { cellsOf } from './table.js';

type Cells = readonly string[];

/** What docs/performance.md tells in figures. */
export function figuresIn(results: Results): string {
  const { machine, compared = {} } = results;
  const details = Object.values(compared).flatMap(({ title, protocol, server, limit }) => [
    [title, 'server', ...Object.values(cellsOf(server))],
    ['', `limit, ${protocol}`, ...Object.values(cellsOf(limit))],
  ]);
  const [first] = Object.values(compared);
  return [
    ...(machine
      ? [
          `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB; Linux ${machine.linux}, Node.js ` +
            `${machine.node} with \`${machine.nodeFlags}\`, MariaDB ${machine.mariadb}.`,
        ]
      : []),
    tableOf(['work', 'wanted', 'measured'], wishes(results)),
    ...(first ? [tableOf(['work', 'side', ...Object.keys(cellsOf(first.server))], details)] : []),
  ].join('\n\n');
}

/** What is asked for, and what was measured of it. */
function wishes({ compared = {}, broadcast, oneAccount, growth, largeOrders }: Results): Cells[] {
  const rows: Cells[] = Object.entries(compared).flatMap(([name, { title, reach, ratio, cpuRatio }]) => [
    [title, `${reach} of the limit`, ratio.toFixed(2)],
    ...(name === 'my-orders'
      ? [['the same, CPU of a request', 'at most 1.3 of the limit’s', cpuRatio.toFixed(2)]]
      : []),
  ]);
  if (broadcast) {
    const { sockets, rounds, memory } = broadcast;
    const ratio = median(rounds.map(({ server, bare }) => server / bare));
    const [server, bare] = [median(rounds.map((round) => round.server)), median(rounds.map((round) => round.bare))];
    rows.push([
      `a change to ${sockets.toLocaleString('en')} sockets, commit to the last`,
      'at most 1.25 of bare `ws`',
      `${ratio.toFixed(2)} (${server.toFixed(0)} ms, ${bare.toFixed(0)} ms)`,
    ]);
    const each = memory.slice(1).map(({ sockets: count, bytes }) => (bytes - (memory[0]?.bytes ?? 0)) / count / 1000);
    const counts = memory.slice(1).map(({ sockets: count }) => count.toLocaleString('en'));
    rows.push([
      `memory of a socket, with ${counts.join(', ')} of them`,
      'at most 20 kB',
      `${each.map((size) => size.toFixed(1)).join(', ')} kB`,
    ]);
  }
  if (oneAccount) {
    const { sockets, perSecond, p50, p99 } = oneAccount;
    rows.push([
      `a change to one account among ${sockets.toLocaleString('en')}, ${perSecond.toFixed(0)} changes/s`,
      'p99 at most 50 ms',
      `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    ]);
  }
  if (growth) {
    const ratio = growth.at(-1)?.ratio ?? Number.NaN;
    rows.push(['My Orders with 100 times the data', 'within 1.2', ratio.toFixed(2)]);
  }
  if (largeOrders) {
    const { perItem, deviation } = linearFit(largeOrders.map(({ items, ms }) => [items, ms]));
    const share = `${(deviation * 100).toFixed(0)} % of the longest off a straight line at most`;
    rows.push(['one order of 1 to 500 items', 'linear', `${(perItem * 1000).toFixed(1)} µs an item; ${share}`]);
  }
  return rows;
}

/** A table laid out as the formatter does. */
function tableOf(headings: Cells, rows: readonly Cells[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(3, ...[heading, ...rows.map((row) => row[column] ?? '')].map((cell) => cell.length)),
  );
  const written = (cells: Cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [written(headings), written(widths.map((width) => '-'.repeat(width))), ...rows.map(written)].join('\n');
}
