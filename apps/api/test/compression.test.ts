import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { ORDER_FIELDS } from './testkit/views.js';

const [[, create]] = databases as [(typeof databases)[number]];

let api: TestApi;
let bea: Person;
let id: string;

beforeAll(async () => {
  api = await TestApi.start(create);
  bea = await api.buyer();
  ({ id } = await bea.places(Array.from({ length: 50 }, (_, line) => ({ productName: `Brett Nr. ${line} – 木` }))));
});

afterAll(() => api.stop());

async function ask(query: string, encoding?: string) {
  const headers = { ...bea.headers, ...(encoding && { 'accept-encoding': encoding }) };
  const payload = { query, variables: { id } };
  const answer = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
  const { 'content-encoding': sentAs, vary } = answer.headers;
  return { body: answer.rawPayload, sentAs, vary };
}

const dataOf = (text: Buffer) => JSON.parse(text.toString()).data;

const WHOLE = `query ($id: ID!) { order(id: $id) ${ORDER_FIELDS} }`;

// By Apollo Server, compiled, compiled to be remembered, and from memory.
test.each([1, 2, 3, 4])('an answer is compressed for those only who take it so, time %i', async () => {
  const plain = await ask(WHOLE);
  expect(plain.sentAs).toBeUndefined();
  const [br, gzip, identity] = await Promise.all(['gzip, br', 'gzip', 'identity'].map((each) => ask(WHOLE, each)));
  expect(br).toMatchObject({ sentAs: 'br', vary: 'accept-encoding' });
  expect(gzip).toMatchObject({ sentAs: 'gzip', vary: 'accept-encoding' });
  expect(br?.body.length).toBeLessThan(plain.body.length / 10);
  expect(dataOf(brotliDecompressSync(br?.body as Buffer))).toEqual(dataOf(plain.body));
  expect(dataOf(gunzipSync(gzip?.body as Buffer))).toEqual(dataOf(plain.body));
  expect(identity?.sentAs).toBeUndefined();
});

test('a short answer is sent as it is', async () => {
  expect((await ask('{ viewer { id } }', 'br')).sentAs).toBeUndefined();
});
