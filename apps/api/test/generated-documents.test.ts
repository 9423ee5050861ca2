import fc from 'fast-check';
import { WebSocket } from 'ws';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { until } from './testkit/subscriber.js';

const [[, create]] = databases as [(typeof databases)[number]];

/** How many documents are sent each way. TEST_DOCUMENTS=50000 is the long form. */
const DOCUMENTS = Number(process.env.TEST_DOCUMENTS ?? 300);

const LEAK = /node_modules|\.ts:|\.js:|\bat \S+ \(|SELECT |SQLITE|FST_/;

const name = fc.constantFrom(
  ...['orders', 'items', 'order', 'node', 'edges', 'viewer', 'changes', 'history', 'id', 'nope', '__schema', 'x'],
);

const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  field: fc
    .tuple(
      fc.constantFrom('', '', 'a: ', 'b: '),
      name,
      fc.constantFrom('', '', '(first: 100)', '(first: -1)', '(id: 7)', '(id: "x")', '(after: {})', '(first: $n)'),
      fc.constantFrom('', '', ' @include(if: true)', ' @skip(if: $n)', ' @nope'),
      fc.oneof({ maxDepth: 5, withCrossShrink: true }, fc.constant(''), tie('selection')),
    )
    .map((parts) => parts.join('')),
  selection: fc
    .array(
      fc.oneof({ maxDepth: 5 }, fc.constantFrom('__typename', '...F', '...G', '... on Item { id }'), tie('field')),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((fields) => ` { ${fields.join(' ')} }`),
}));

const well = (kind: string) =>
  fc
    .tuple(selection, selection)
    .map(([one, two]) => `${kind} Q($n: Int)${one} fragment F on Order${two} fragment G on Order { ...F }`);
const deep = fc.nat(2_000).map((depth) => `{ ${'order(id: "x") { '.repeat(depth)} id ${'}'.repeat(depth)} }`);
const wide = fc.nat(3_000).map((count) => `{ ${'viewer { id } '.repeat(count)} }`);
const aliased = fc.nat(600).map((count) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: viewer { id }`)} }`);
const loops = fc.constant('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }');
const directed = fc.nat(1_500).map((count) => `{ viewer ${'@include(if: true) '.repeat(count)} { id } }`);
const long = fc.nat(100_000).map((length) => `{ node(id: "${'x'.repeat(length)}") { id } }`);
const noise = fc.string({ unit: 'binary', maxLength: 300 });

const documents = fc.oneof(
  ...['query', 'mutation', 'subscription'].map(well),
  ...[deep, wide, aliased, loops, directed, long, noise],
);
const variables = fc.oneof(
  fc.constant(undefined),
  fc.record({ n: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constant([1]), fc.constant({})) }),
  fc.jsonValue(),
);
const payloads = fc.oneof(
  { weight: 9, arbitrary: fc.record({ query: documents, variables }).map((body) => Buffer.from(JSON.stringify(body))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.jsonValue().map((body) => Buffer.from(JSON.stringify(body))) },
);

let api: TestApi;
let bea: Person;

beforeAll(async () => {
  const environment = { COST_BUDGET: '999999999', COST_RESTORE_PER_SECOND: '999999999' };
  api = await TestApi.start(create, undefined, { environment });
  bea = await api.buyer();
  await bea.places([{}, {}]);
});

afterAll(() => api.stop());

test(`${DOCUMENTS} made-up requests get answers that tell nothing of the server`, async () => {
  const headers = { 'content-type': 'application/json', cookie: bea.cookie ?? '' };
  let slowest = 0;
  const statuses: Record<number, number> = {};
  const sends = fc.asyncProperty(payloads, async (payload) => {
    const begun = performance.now();
    const { statusCode, body } = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
    slowest = Math.max(slowest, performance.now() - begun);
    statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toMatch(LEAK);
    expect(body).not.toContain('INTERNAL_SERVER_ERROR');
  });
  await fc.assert(sends, { numRuns: DOCUMENTS });
  process.stdout.write(`${JSON.stringify(statuses)}, the slowest after ${Math.round(slowest)} ms\n`);
  expect((await bea.send('{ viewer { id } }')).status).toBe(200);
}, 3_600_000);

test(`${DOCUMENTS} made-up messages over sockets do no harm`, async () => {
  const url = `ws://${await api.address()}/graphql`;
  const open = async () => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { cookie: bea.cookie ?? '' } });
    socket.on('error', () => {});
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send('{"type":"connection_init"}');
    await new Promise((resolve) => socket.once('message', resolve));
    return socket;
  };
  let socket = await open();
  const sends = fc.asyncProperty(payloads, async (payload) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
    };
    const leave = (code: number, reason: Buffer) => {
      said += ` closed with ${code} ${reason}`;
    };
    socket.on('message', hear).once('close', leave);
    // Half of what comes over a socket is a message, the rest has not even the form of one.
    const isText = payload[0] === 0x7b;
    socket.send(isText ? `{"type":"subscribe","id":"1","payload":${payload}}` : payload);
    socket.send('{"type":"complete","id":"1"}');
    socket.send('{"type":"ping"}');
    await until(() => said.includes('"pong"') || said.includes('closed with'));
    expect(said).not.toMatch(LEAK);
    expect(said).not.toMatch(/INTERNAL_SERVER_ERROR|closed with (4500|1011)/);
    socket.off('message', hear).off('close', leave);
    if (socket.readyState !== WebSocket.OPEN) socket = await open();
  });
  await fc.assert(sends, { numRuns: DOCUMENTS });
  socket.terminate();
  expect((await bea.send('{ viewer { id } }')).status).toBe(200);
}, 3_600_000);
