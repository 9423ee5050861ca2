import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Answer, Person } from './testkit/person.js';
import { Subscriber } from './testkit/subscriber.js';

const [[, create]] = databases as [(typeof databases)[number]];

const THROTTLED = { extensions: { code: 'THROTTLED' } };

let api: TestApi;

beforeEach(async () => {
  // Next to nothing comes back while a test runs.
  const environment = { COST_BUDGET: '1000', COST_RESTORE_PER_SECOND: '1' };
  api = await TestApi.start(create, new InProcessSignals(), { environment });
});

afterEach(() => api.stop());

/** The answers to the same document, asked for again and again until the budget is used up. */
async function untilThrottled(person: Person, query: string, variables = {}): Promise<Answer[]> {
  const answers: Answer[] = [];
  while (answers.length < 150) {
    const answer = await person.send(query, variables);
    answers.push(answer);
    if (answer.errors[0]?.extensions.code === 'THROTTLED') break;
  }
  return answers;
}

test.each([
  ['cannot be parsed', '{', {}],
  ['do not fit the schema', '{ nonsense }', {}],
  ['name no operation', 'query A { viewer { id } } query B { viewer { id } }', {}],
  ['have variables that do not fit', 'query ($id: ID!) { node(id: $id) { id } }', {}],
  ['ask for too much', `{ ${Array.from({ length: 31 }, (_, at) => `a${at}: a`).join(' ')} }`, {}],
  ['are subscriptions', 'subscription { changes { cursor } }', {}],
  ['break off validation', 'subscription ($x: Boolean!) { changes @skip(if: $x) { cursor } }', { x: true }],
])('a stranger who sends nothing but documents that %s is throttled in the end', async (_what, query, variables) => {
  const answers = await untilThrottled(api.stranger(), query, variables);
  const last = answers.pop();
  expect(last).toMatchObject({ status: 429, data: null, errors: [THROTTLED] });
  // A tenth of the budget, at ten points or a little more each.
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.length).toBeLessThanOrEqual(11);
  // Nothing is owed: what was told is how long it takes.
  expect(last?.errors[0]?.extensions.retryAfterMs).toBeLessThanOrEqual(20_000);
});

test('long documents cost more', async () => {
  const bea = await api.buyer();
  const answers = await untilThrottled(bea, `{ ${'nonsense '.repeat(800)} }`);
  expect(answers).toHaveLength(3);
});

test('what was refused over HTTP is missing over a WebSocket, and the other way round', async () => {
  const bea = await api.buyer();
  for (let round = 0; round < 60; round += 1) await bea.send('{ nonsense }');
  const failures: unknown[] = [];
  for (let round = 0; round < 60 && !JSON.stringify(failures).includes('THROTTLED'); round += 1) {
    const subscriber = (await Subscriber.of(api, bea)).subscribe(
      round % 2 ? 'subscription { nonsense }' : 'subscription {',
    );
    failures.push(await subscriber.failed());
    await subscriber.leave();
  }
  expect(failures.at(-1)).toMatchObject(THROTTLED);
  expect(failures.length).toBeGreaterThan(20);
  expect(failures.length).toBeLessThan(50);
  expect(await bea.send('{ viewer { id } }')).toMatchObject({ status: 429, errors: [THROTTLED] });
});

test('being throttled is free, so that who waits as told to is served', async () => {
  const bea = await api.buyer();
  // Leaves enough to be refused, and too little for what is asked.
  for (let round = 0; round < 5; round += 1) await bea.send('{ nonsense }');
  const expensive = '{ __type(name: "Item") { name } }';
  const answers = await untilThrottled(bea, expensive);
  const told = (answer: Answer | undefined) => answer?.errors[0]?.extensions;
  const first = told(answers.at(-1));
  expect(first).toMatchObject({
    code: 'THROTTLED',
    cost: { throttleStatus: { currentlyAvailable: expect.any(Number) } },
  });
  for (let again = 0; again < 20; again += 1) await bea.send(expensive);
  const { cost } = told(await bea.send(expensive)) as { cost: { throttleStatus: { currentlyAvailable: number } } };
  expect(cost.throttleStatus.currentlyAvailable).toBeGreaterThanOrEqual(50);
});
