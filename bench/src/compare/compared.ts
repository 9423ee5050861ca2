import type { Round, Side } from './compare.js';
import type { Comparison } from './comparison.js';
import type { Measured } from './measure.js';
import { median } from './medians.js';

/** What came of a comparison: medians over its rounds. */
export interface Compared {
  readonly title: string;
  /** How many times the limit the server is to reach. */
  readonly reach: number;
  readonly rounds: number;
  /** How many times the requests of the limit the server answers in the same time. */
  readonly ratio: number;
  /** How many times its processor time a request takes. */
  readonly cpuRatio: number;
  readonly server: Measured;
  /** By whichever protocol it was the faster. */
  readonly limit: Measured;
  readonly protocol: 'text' | 'prepared';
}

export function comparedBy({ title, reach }: Comparison, rounds: readonly Round[]): Compared {
  const [text, prepared] = [mediansOf(rounds, 'limit, text'), mediansOf(rounds, 'limit, prepared')];
  const protocol = text.perSecond >= prepared.perSecond ? 'text' : 'prepared';
  const side = `limit, ${protocol}` as const;
  return {
    ...{ title, reach, rounds: rounds.length, protocol },
    ratio: median(rounds.map((round) => round.server.perSecond / round[side].perSecond)),
    cpuRatio: median(rounds.map((round) => round.server.serverCpuMs / round[side].serverCpuMs)),
    server: mediansOf(rounds, 'server'),
    limit: protocol === 'text' ? text : prepared,
  };
}

function mediansOf(rounds: readonly Round[], side: Side): Measured {
  const of = (key: keyof Measured) => median(rounds.map((round) => round[side][key]));
  return {
    ...{ count: of('count'), total: of('total'), perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') },
    ...{ bytes: of('bytes'), serverCpuMs: of('serverCpuMs'), databaseCpuMs: of('databaseCpuMs') },
    ...{
      statements: of('statements'),
      rowsRead: of('rowsRead'),
      peakMemory: of('peakMemory'),
      othersShare: of('othersShare'),
    },
  };
}
