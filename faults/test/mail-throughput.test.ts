import { readFileSync } from 'node:fs';
import { until } from '../testkit/eventually.js';
import { figure } from '../testkit/figures.js';
import { writeOrdersWithErrors } from '../testkit/many-orders.js';
import { SIZE } from '../testkit/size.js';
import { openSql } from '../testkit/sql.js';
import { Stage } from '../testkit/stage.js';

const WORKERS = 2;

/** As workers run for people: React is faster then, for one. */
const PRODUCTION = { NODE_ENV: 'production' };

describe.each(['MariaDB', 'SQLite'] as const)('on %s', (on) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ on, servers: 1, environment: { MAIL_WORKER: 'false' } });
  });

  afterAll(() => stage?.end());

  test(`${SIZE.mailedOrders} orders with errors are mailed once each`, async () => {
    const count = SIZE.mailedOrders;
    const mailServer = await stage.mailServer(false);
    // The orders of the demo are due too; they are mailed first, and not counted.
    const idle = await stage.mailWorker(mailServer, {});
    await until(async () => (await dueReports(stage.databaseUrl)) === 0, 'the demo is mailed');
    await idle.kill('SIGTERM');
    const before = mailServer.taken.length;
    await writeOrdersWithErrors(stage.databaseUrl, count);
    const asked = await questions(stage.databaseUrl);
    const workers = await Promise.all(Array.from({ length: WORKERS }, () => stage.mailWorker(mailServer, PRODUCTION)));
    await until(() => mailServer.taken.length - before >= count, 'all are mailed', 900_000);
    const statements = (await questions(stage.databaseUrl)) - asked;
    const arrived = mailServer.taken.slice(before);
    const seconds = ((arrived.at(-1)?.at ?? 0) - (arrived[0]?.at ?? 0)) / 1000;
    const states = workers.map(({ pid }) => stateOf(pid));
    for (const worker of workers) await worker.kill('SIGTERM');
    figure(
      `${count} orders mailed by ${WORKERS} workers on ${on}`,
      `${(arrived.length / seconds).toFixed(0)} mails a second; ` +
        (on === 'MariaDB' ? `${(statements / count).toFixed(1)} SQL statements a mail; ` : '') +
        `each worker: ${states.map(({ peakMb, cpuMs }) => `${peakMb} MB at most, ${(cpuMs / (count / WORKERS)).toFixed(1)} ms CPU a mail`).join('; ')}`,
    );
    expect(arrived).toHaveLength(count);
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(count);
    expect(await dueReports(stage.databaseUrl)).toBe(0);
  });
});

async function dueReports(databaseUrl: string): Promise<number> {
  const sql = await openSql(databaseUrl);
  try {
    const [row] = await sql.all('SELECT COUNT(*) AS `count` FROM `due_order_mail` WHERE `firstSequence` IS NOT NULL');
    return Number(row?.count);
  } finally {
    await sql.close();
  }
}

/** How many statements the database server has been sent so far; SQLite does not count. */
async function questions(databaseUrl: string): Promise<number> {
  if (databaseUrl.startsWith('sqlite:')) return 0;
  const sql = await openSql(databaseUrl);
  try {
    const [row] = await sql.all("SHOW GLOBAL STATUS LIKE 'Questions'");
    return Number(row?.Value);
  } finally {
    await sql.close();
  }
}

/** What a process has needed so far. Linux tells it; elsewhere it is not known. */
function stateOf(pid: number | undefined): { peakMb: number; cpuMs: number } {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return { peakMb: Math.round(Number(peak) / 1000), cpuMs: (Number(fields[11]) + Number(fields[12])) * 10 };
  } catch {
    return { peakMb: Number.NaN, cpuMs: Number.NaN };
  }
}
