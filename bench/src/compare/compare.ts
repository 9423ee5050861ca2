import type { Connection } from 'mysql2/promise';
import type { Maria } from '../machine/maria.js';
import { startProgram } from '../machine/program.js';
import { type Answering, startServer } from '../machine/server.js';
import type { Options } from '../options.js';
import type { Comparison } from './comparison.js';
import { describe, type Measured, measure } from './measure.js';
import { dataOf, expectSame } from './same-data.js';
import { renewSessions } from './sessions.js';
import { turned } from './turned.js';

/** What is measured in turn. The limit goes by whichever protocol is the faster. */
const SIDES = ['server', 'limit, text', 'limit, prepared'] as const;
export type Side = (typeof SIDES)[number];

export type Round = Record<Side, Measured>;

/** What share of the rows that the limit reads is less than can lie between counting answers and rows. */
const TOO_FEW_ROWS = 0.9;

/** How many requests are looked at whether both sides answer alike. */
const SAMPLES = 20;

/** Measures server and limit in turn, so that whatever else the machine does falls on both. */
export async function compare(
  comparison: Comparison,
  { maria, database, options }: { maria: Maria; database: string; options: Options },
): Promise<Round[]> {
  const connection = await maria.connect(database);
  const url = maria.url(database);
  // A server that starts takes away those that have ended.
  await renewSessions(connection);
  const sides: Record<Side, Answering> = {
    server: await startServer(url),
    'limit, text': await startProgram('limit/main.js', [url, 'text']),
    'limit, prepared': await startProgram('limit/main.js', [url, 'prepared']),
  };
  try {
    await expectSameAnswers(comparison, sides, connection);
    const rounds: Round[] = [];
    // The first is not counted: V8 compiles what it finds to be hot, of the server for some seconds longer.
    for (let round = -1; round < options.rounds; round += 1) {
      const measured: Partial<Round> = {};
      for (const side of turned(SIDES, round + 1)) {
        await comparison.prepare?.(connection);
        await renewSessions(connection);
        const job = {
          ...{ url: sides[side].url, document: comparison.document },
          asks: comparison.asks(options.connections, round + 1),
          ...{ warmUpSeconds: options.warmUpSeconds, seconds: options.seconds },
        };
        const watched = { connection, serverPid: sides[side].running.pid, databasePid: maria.running.pid };
        measured[side] = await measure(job, watched);
        await comparison.check?.(connection, measured[side].total, options.connections);
        console.log(`  round ${round + 1}, ${side}: ${describe(measured[side])}`);
      }
      if (round >= 0) rounds.push(measured as Round);
      expectReading(comparison, measured as Round);
    }
    return rounds;
  } finally {
    await comparison.end?.(connection);
    await connection.end();
    await Promise.all(Object.values(sides).map(({ running }) => running.end()));
  }
}

async function expectSameAnswers(
  comparison: Comparison,
  sides: Record<Side, Answering>,
  connection: Connection,
): Promise<void> {
  const samples = comparison.asks(1, 0)[0]?.slice(0, SAMPLES) ?? [];
  const answers: Record<Side, string[]> = { server: [], 'limit, text': [], 'limit, prepared': [] };
  for (const side of SIDES) {
    await comparison.prepare?.(connection);
    for (const sample of samples) answers[side].push(await dataOf(sides[side], comparison.document, sample));
  }
  for (const [index, answer] of answers.server.entries()) {
    expectSame(answer, answers['limit, text'][index] ?? '');
    expectSame(answer, answers['limit, prepared'][index] ?? '');
  }
}

/** Fails if answers were remembered that must have been read: the limit remembers nothing. */
function expectReading({ readsEachTime, name }: Comparison, { server, 'limit, text': limit }: Round): void {
  if (!readsEachTime || server.rowsRead >= limit.rowsRead * TOO_FEW_ROWS) return;
  const [few, many] = [server.rowsRead.toFixed(1), limit.rowsRead.toFixed(1)];
  throw new Error(`${name}: ${few} rows read a request instead of ${many}, so something was remembered`);
}
