import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { IS_FULL, SEED } from '../testkit/environment.js';
import { figure, tail } from '../testkit/figures.js';
import { hostilePayloads } from '../testkit/hostile-documents.js';
import { type Heard, httpSender, type Sender, socketSender } from '../testkit/hostile-senders.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';
import { whileAsking } from '../testkit/steady-query.js';

/** Within which each document should be answered. */
const SOON_MS = 100;

/** For how long the ordinary query is measured with nothing beside it. */
const ALONE_MS = IS_FULL ? 30_000 : 2_000;

/** What an answer never tells: stacks, files, statements, names of what the server is made with. */
const LEAK = /node_modules|\.[jt]s:\d|file:\/\/|\bat \S+ \(|SELECT |SQLITE|FST_|ER_[A-Z]+_/;
const FAULT = /INTERNAL_SERVER_ERROR|HTTP 5|closed (4500|1011)/;

const HARMLESS = Buffer.from('{"query":"{ viewer { id } }"}');

let stage: Stage;

beforeAll(async () => {
  // What is refused because it was too much would never be tried.
  const environment = { COST_BUDGET: '999999999', COST_RESTORE_PER_SECOND: '999999999' };
  stage = await Stage.open({ on: 'SQLite', servers: 1, environment });
});

afterAll(() => stage?.end());

test.each([
  ['HTTP', httpSender],
  ['WebSocket', socketSender],
] as const)(
  `${SIZE.hostileDocuments} hostile documents over %s do no harm, and are told nothing`,
  async (way, openSender) => {
    const [server] = stage.servers;
    const [buyer, asker] = stage.buyers;
    const { pid, output } = server;
    const alone = await whileAsking(asker, () => pause(ALONE_MS));
    const sender = await openSender(buyer);
    const besideHarmless = await whileAsking(asker, () => send(sender, fc.constant(HARMLESS)));
    const times: number[] = [];
    const slowest = { ms: 0, document: '' };
    const kinds: Record<string, number> = {};
    const began = Date.now();
    const besideHostile = await whileAsking(asker, () =>
      send(sender, hostilePayloads, ({ kind, text, ms }, payload) => {
        times.push(ms);
        if (ms > slowest.ms) Object.assign(slowest, { ms, document: beginning(payload) });
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        expect(text).not.toMatch(LEAK);
        expect(`${kind} ${text}`).not.toMatch(FAULT);
      }),
    );
    const seconds = (Date.now() - began) / 1000;
    sender.end();

    server.expectRunning();
    expect(server.pid).toBe(pid);
    // It complains of its own faults only.
    expect(server.output).toBe(output);
    for (const { failed } of [alone, besideHarmless, besideHostile]) expect(failed).toBe(0);

    const name = `Hostile documents over ${way}`;
    const late = times.filter((ms) => ms > SOON_MS).length;
    figure(name, `${times.length} in ${seconds.toFixed(0)} s: ${JSON.stringify(kinds)}`);
    figure(`${name}: answered after`, `${tail(times, 'ms')}; ${late} later than ${SOON_MS} ms (limit 0)`);
    figure(`${name}: the slowest`, slowest.document);
    figure(`${name}: an ordinary query alone`, tail(alone.times, 'ms'));
    figure(`${name}: beside harmless ones`, tail(besideHarmless.times, 'ms'));
    figure(`${name}: beside them`, `${tail(besideHostile.times, 'ms')} (limit: twice the p99 of before)`);
  },
);

/** Sends as many as are wanted, one after the other. What fails is made small before it is told. */
function send(
  sender: Sender,
  payloads: fc.Arbitrary<Buffer>,
  judge: (heard: Heard, payload: Buffer) => void = () => {},
): Promise<void> {
  const sends = fc.asyncProperty(payloads, async (payload) => judge(await sender.send(payload), payload));
  return fc.assert(sends, { numRuns: SIZE.hostileDocuments, seed: SEED });
}

function beginning(payload: Buffer): string {
  return `${payload.length} bytes, ${JSON.stringify(payload.toString().slice(0, 60))}`;
}
