import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../testkit/eventually.js';
import { figure, spread } from '../testkit/figures.js';
import { itemsIn, type MailServer, type Mood } from '../testkit/mail-server.js';
import type { ItemState } from '../testkit/person.js';
import { SIZE } from '../testkit/size.js';
import { openSql, type Row } from '../testkit/sql.js';
import { Stage } from '../testkit/stage.js';

const DIGESTS = { MAIL_DIGEST_QUIET_SECONDS: '1', MAIL_DIGEST_MAX_SECONDS: '3' };

/** After a trouble a mail is tried again no later than as long as the trouble was, and a worker's rest. */
const settlesWithinMs = (troubleMs: number) => 2 * troubleMs + 120_000;

describe.each(['MariaDB', 'SQLite'] as const)('on %s', (on) => {
  let stage: Stage;
  let mailServer: MailServer;

  beforeAll(async () => {
    stage = await Stage.open({ on, servers: 1, environment: { MAIL_WORKER: 'false', ...DIGESTS } });
    mailServer = await stage.mailServer();
    await stage.mailWorker(mailServer, DIGESTS);
    // The mails about the orders of the demo.
    await until(async () => (await waiting()) === 0, 'nothing waits');
  });

  afterAll(() => stage?.end());

  const read = async (query: string, values: string[] = []): Promise<readonly Row[]> => {
    const sql = await openSql(stage.databaseUrl);
    try {
      return await sql.all(query, values);
    } finally {
      await sql.close();
    }
  };
  const waiting = async () => {
    const [row] = await read(
      'SELECT (SELECT COUNT(*) FROM `due_order_mail` WHERE `firstSequence` IS NOT NULL) + ' +
        "(SELECT COUNT(*) FROM `mail` WHERE `state` = 'WAITING') AS `count`",
    );
    return Number(row?.count);
  };

  test.each(SIZE.mailServerMoods)('a mail server that is %s', async (mood: Mood) => {
    const [buyer] = stage.buyers;
    const forMs = mood === 'down' && on === 'MariaDB' ? SIZE.mailServerDownMs : SIZE.mailServerMoodMs;
    const [known] = await read('SELECT MAX(`id`) AS `newest` FROM `mail`');
    const before = mailServer.taken.length;
    await mailServer.becomes(mood);
    const began = Date.now();

    // Mails of all sorts come up meanwhile: of reports, one of which is put right, of a closed order, of an account.
    const stranger = `stranger-${mood.replaceAll(' ', '-')}@shop.example`;
    const orders = [];
    for (let at = 0; at < 3; at += 1) orders.push(await buyer.placeOrder(['A', 'B', 'C']));
    const relieved: ItemState[] = [];
    for (const { items } of orders)
      for (const item of items.slice(0, 2)) relieved.push(await stage.operator.reportItemStatus(item, 'OOS'));
    await buyer.prepareShipment((await buyer.placeOrder(['D'])).id);
    await buyer.send(`mutation { requestSignUp(input: { email: "${stranger}" }) { __typename } }`);
    await pause(forMs / 2);
    const replaced = relieved.filter((_, at) => at % 2 === 0);
    for (const item of replaced) await buyer.replaceItem(item, 'E');
    const answers: number[] = [];
    while (Date.now() - began < forMs) {
      const asked = performance.now();
      await buyer.order(orders[0]?.id ?? '');
      answers.push(performance.now() - asked);
      await pause(200);
    }

    await mailServer.becomes('taking');
    const recovered = Date.now();
    await until(async () => (await waiting()) === 0, 'all that is due is mailed', settlesWithinMs(forMs));
    const mails = await read('SELECT * FROM `mail` WHERE `id` > ? ORDER BY `id`', [String(known?.newest)]);
    const arrived = mailServer.taken.slice(before);
    for (const { messageId, state, answer } of mails) {
      const copies = arrived.filter((mail) => mail.messageId === messageId).length;
      expect([state, copies]).toEqual(state === 'SENT' ? ['SENT', 1] : [state, 0]);
      if (state === 'REFUSED') expect(answer).toMatch(/5\d\d/);
      if (!mood.startsWith('refusing')) expect(state).not.toBe('REFUSED');
    }
    expect(mails.map(({ kind }) => kind).sort()).toEqual(
      [...Array(3).fill('ORDER_REPORTS'), 'ORDER_CLOSED', 'SIGN_UP'].sort(),
    );
    expect(mails.map(({ state }) => state)).not.toContain('GIVEN_UP');
    // What was put right during the trouble is in no mail that went out after it.
    const late = await Promise.all(arrived.filter(({ at }) => at > recovered).map(itemsIn));
    for (const { id } of replaced) expect(late.flat()).not.toContain(id);
    const attempts = mails.map((mail) => Number(mail.attempts));
    const states = mails.map((mail) => `${mail.kind} ${mail.state} at attempt ${mail.attempts}`);
    figure(
      `mail server ${mood} for ${forMs / 1000} s on ${on}`,
      `${states.join(', ')}; attempts: ${spread(attempts, '')}; last arrived ` +
        `${Math.max(0, ...arrived.map(({ at }) => at - recovered)) / 1000} s after it was back; ` +
        `API meanwhile: ${spread(answers, 'ms')}`,
    );
  });
});
