import type { Round, Side } from '../compare/compare.js';
import { SIDES } from '../compare/compare.js';
import type { Comparison } from '../compare/comparison.js';
import type { Measured } from '../compare/measure.js';
import { median } from '../compare/medians.js';

/** The medians of a side over all rounds. */
export function mediansOf(rounds: readonly Round[], side: Side): Measured {
  const of = (key: keyof Measured) => median(rounds.map((round) => round[side][key]));
  return {
    ...{ count: of('count'), total: of('total'), perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') },
    ...{ bytes: of('bytes'), serverCpuMs: of('serverCpuMs'), databaseCpuMs: of('databaseCpuMs') },
    ...{ statements: of('statements'), peakMemory: of('peakMemory') },
  };
}

/** The protocol by which the limit was the faster. */
export function limitOf(rounds: readonly Round[]): Exclude<Side, 'server'> {
  const [text, prepared] = [mediansOf(rounds, 'limit, text'), mediansOf(rounds, 'limit, prepared')];
  return text.perSecond >= prepared.perSecond ? 'limit, text' : 'limit, prepared';
}

/** How many times the limit the server does, and how much of its processor time a request takes. */
export function ratiosOf(rounds: readonly Round[]): { readonly perSecond: number; readonly cpu: number } {
  const limit = limitOf(rounds);
  return {
    perSecond: median(rounds.map((round) => round.server.perSecond / round[limit].perSecond)),
    cpu: median(rounds.map((round) => round.server.serverCpuMs / round[limit].serverCpuMs)),
  };
}

export function printComparison({ title, reach }: Comparison, rounds: readonly Round[]): void {
  console.table(
    Object.fromEntries(
      SIDES.map((side) => {
        const { perSecond, p50, p99, serverCpuMs, databaseCpuMs, statements, bytes, peakMemory } = mediansOf(
          rounds,
          side,
        );
        const row = {
          'requests/s': perSecond.toFixed(0),
          'p50 ms': p50.toFixed(1),
          'p99 ms': p99.toFixed(1),
          'CPU ms': serverCpuMs.toFixed(3),
          'database CPU ms': databaseCpuMs.toFixed(3),
          statements: statements.toFixed(2),
          bytes: bytes.toFixed(0),
          'peak MiB': (peakMemory / 2 ** 20).toFixed(0),
        };
        return [side, row];
      }),
    ),
  );
  const { perSecond, cpu } = ratiosOf(rounds);
  console.log(`${title}: ${perSecond.toFixed(2)} of the limit (${reach} wanted), ${cpu.toFixed(2)} of its CPU\n`);
}
