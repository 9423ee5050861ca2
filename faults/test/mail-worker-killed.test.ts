import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../testkit/eventually.js';
import { figure } from '../testkit/figures.js';
import { auditMails } from '../testkit/mail-audit.js';
import { MailLoad } from '../testkit/mail-load.js';
import type { MailWorker } from '../testkit/mail-worker.js';
import { Random } from '../testkit/random.js';
import { SIZE } from '../testkit/size.js';
import { openSql } from '../testkit/sql.js';
import { Stage } from '../testkit/stage.js';

const DIGESTS = { MAIL_DIGEST_QUIET_SECONDS: '1', MAIL_DIGEST_MAX_SECONDS: '3' };

/** As long as a worker takes to start, and then some, so that kills find it at work. */
const EARLIEST_KILL_MS = 900;
const LATEST_KILL_MS = 2_500;

/** The mail of a worker that was killed is due again half a minute later. */
const SETTLES_WITHIN_MS = 240_000;

describe.each([
  ['MariaDB', 2],
  ['SQLite', 1],
] as const)('on %s', (on, count) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open({ on, servers: 1, environment: { MAIL_WORKER: 'false', ...DIGESTS } });
  });

  afterAll(() => stage?.end());

  test(`a worker that is killed ${SIZE.workerKills} times loses no mail, and repeats one a kill at most`, async () => {
    const random = new Random(`mail worker killed on ${on}`);
    const mailServer = await stage.mailServer();
    const workers = await Promise.all(Array.from({ length: count }, () => stage.mailWorker(mailServer, DIGESTS)));
    const loads = stage.buyers.map((buyer) => new MailLoad(buyer, stage.operator, random));
    for (const load of loads) await load.placeOrders(10);
    await loads[0]?.wantMailsAtOnce();
    for (const load of loads) load.start();
    for (let kills = 0; kills < SIZE.workerKills; kills += 1) {
      await pause(random.between(EARLIEST_KILL_MS, LATEST_KILL_MS) / count);
      const worker = random.pick<MailWorker>(workers);
      worker.expectRunning();
      await worker.kill();
      worker.startAgain();
    }
    await Promise.all(loads.map((load) => load.stop()));
    await until(() => isSettled(stage.databaseUrl), 'all that is due is mailed', SETTLES_WITHIN_MS);
    const audit = await auditMails(stage.databaseUrl, mailServer.taken);
    const wrong = [...audit.misled, ...audit.stale, ...audit.toldTwice];
    figure(
      `mail worker killed ${SIZE.workerKills} times on ${on}`,
      `${sum(loads, 'reports')} reports, ${sum(loads, 'remedies')} remedies; ${audit.arrived} mails arrived, ` +
        `${audit.lost.length} lost, ${audit.repeated.length} repeated, ${audit.misled.length} to the wrong person, ` +
        `${audit.stale.length} of what was put right, ${audit.toldTwice.length} told twice; ${JSON.stringify(audit.states)}`,
    );
    expect(audit.lost).toEqual([]);
    expect(wrong).toEqual([]);
    expect(audit.repeated.length).toBeLessThanOrEqual(SIZE.workerKills);
    expect(audit.arrived).toBeGreaterThan(SIZE.workerKills);
    for (const worker of workers) expect(worker.output).not.toMatch(/Error/);
  });
});

function sum(loads: readonly MailLoad[], what: 'reports' | 'remedies'): number {
  return loads.reduce((total, load) => total + load[what], 0);
}

/** Whether nothing waits for a worker any more but reminders. */
async function isSettled(databaseUrl: string): Promise<boolean> {
  const sql = await openSql(databaseUrl);
  try {
    const [row] = await sql.all(
      'SELECT (SELECT COUNT(*) FROM `due_order_mail` WHERE `firstSequence` IS NOT NULL) + ' +
        "(SELECT COUNT(*) FROM `mail` WHERE `state` = 'WAITING') AS `waiting`",
    );
    return Number(row?.waiting) === 0;
  } finally {
    await sql.close();
  }
}
