import { readFileSync } from 'node:fs';
import { Kind, parse, print, visit } from 'graphql';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';

const [[, create]] = databases as [(typeof databases)[number]];

/** A document of the page from the first definition of each file, with the `__typename` that Apollo Client adds. */
function documentOfPage(...files: string[]): string {
  const definitions = files.flatMap((file) =>
    parse(readFileSync(new URL(`../../web/src/${file}`, import.meta.url), 'utf8')).definitions.slice(0, 1),
  );
  const withTypenames = visit({ kind: Kind.DOCUMENT, definitions } as const, {
    [Kind.SELECTION_SET]: {
      leave(set, _key, parent) {
        const isRoot = parent && 'operation' in parent;
        const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
        return isRoot ? undefined : { ...set, selections: [...set.selections, typename] };
      },
    },
  });
  return print(withTypenames);
}

const GUIDE = documentOfPage('statuses/status-guide.graphql');
const CHANGES = documentOfPage('live/changes.graphql', 'orders/order-card.graphql', 'orders/item-row.graphql');
const OTHER_QUERY = '{ statusGuide { status } }';
const OTHER_SUBSCRIPTION = 'subscription { changes { cursor } }';
const NOT_KNOWN = { extensions: { code: 'DOCUMENT_NOT_KNOWN' } };

describe('with PAGE_DOCUMENTS_ONLY', () => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create, undefined, { environment: { PAGE_DOCUMENTS_ONLY: 'true' } });
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  test('a session may ask what the page asks', async () => {
    await bea.reads(GUIDE);
    const subscriber = (await Subscriber.of(api, bea)).subscribe(CHANGES);
    await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
    expect(subscriber.errors).toEqual([]);
    await subscriber.leave();
  });

  test.each([
    ['another query', OTHER_QUERY],
    ['a query of the page with a word more', `${GUIDE} `],
    ['a mutation', 'mutation { signOut }'],
    ['what cannot be parsed', '{'],
    ['what describes the API', '{ __schema { types { name } } }'],
  ])('a session may not ask %s, and nobody is looked up for it', async (_what, query) => {
    let answer: unknown;
    const statements = await api.statements.during(async () => {
      answer = await bea.send(query);
    });
    expect(answer).toMatchObject({ status: 400, data: null, errors: [NOT_KNOWN] });
    expect(statements).toEqual([]);
  });

  test('nor by GET', async () => {
    const headers = { cookie: bea.cookie ?? '', 'apollo-require-preflight': 'yes' };
    const get = (query: string) =>
      api.app.inject({ url: `/graphql?${new URLSearchParams({ query })}`, headers: { ...headers } });
    expect((await get(OTHER_QUERY)).json()).toMatchObject({ errors: [NOT_KNOWN] });
    expect((await get(GUIDE)).statusCode).toBe(200);
  });

  test('nor over a WebSocket', async () => {
    const subscriber = (await Subscriber.of(api, bea)).subscribe(OTHER_SUBSCRIPTION);
    expect(await subscriber.failed()).toMatchObject(NOT_KNOWN);
    expect(JSON.stringify(subscriber.errors)).not.toContain('http');
    await subscriber.leave();
  });

  test('a session that has ended is no way around it', async () => {
    const gone = new Person(api.app, '', 'oops_session=gone');
    expect(await gone.send(OTHER_QUERY)).toMatchObject({ status: 400, errors: [NOT_KNOWN] });
  });

  test('API keys and strangers ask what they like', async () => {
    const program = await api.programOf(bea);
    await program.reads(OTHER_QUERY);
    await api.stranger().reads(OTHER_QUERY);
    const subscriber = (await Subscriber.of(api, program)).subscribe(OTHER_SUBSCRIPTION);
    await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
    expect(subscriber.errors).toEqual([]);
    await subscriber.leave();
  });

  test('there is no GraphiQL, which would have nothing to ask', async () => {
    const { body } = await api.app.inject({ url: '/graphiql', headers: { cookie: bea.cookie ?? '' } });
    expect(body).not.toContain('id="graphiql"');
  });
});

test('without it a session asks what it likes', async () => {
  const api = await TestApi.start(create);
  const bea = await api.buyer();
  await bea.reads(OTHER_QUERY);
  const subscriber = (await Subscriber.of(api, bea)).subscribe(OTHER_SUBSCRIPTION);
  await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
  expect(subscriber.errors).toEqual([]);
  await subscriber.leave();
  await api.stop();
});
