import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { WebSocket } from 'ws';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';

const PLACE_CAFE = `mutation {
  placeOrder(input: { currency: "GBP", items: [
    { url: "https://shop.example/p", productName: "Café crème", quantity: 1, unitPrice: "1.00" }
  ] }) { __typename }
}`;

const [[, create]] = databases as [(typeof databases)[number]];

describe('the server', () => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  const post = (payload: object | string | Buffer, headers: Record<string, string> = {}) =>
    api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });

  test('says that it is alive and ready', async () => {
    expect((await api.app.inject('/healthz')).json()).toEqual({ status: 'alive' });
    expect((await api.app.inject('/readyz')).json()).toEqual({
      status: 'ready',
      database: 'reachable',
      signals: 'in process',
    });
  });

  test('does not execute mutations by GET', async () => {
    const response = await api.app.inject({
      url: '/graphql?query=mutation{signOut}',
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect(response.statusCode).toBe(405);
  });

  test('refuses what a form on another site could send', async () => {
    const payload = JSON.stringify({ query: '{ viewer { id } }' });
    expect((await post(payload, { 'content-type': 'text/plain' })).statusCode).toBeGreaterThanOrEqual(400);
  });

  test('refuses other origins and takes its own', async () => {
    const query = { query: '{ viewer { id } }' };
    const refused = await post(query, { origin: 'https://evil.example' });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    expect((await post(query, { origin: api.services.config.publicUrl })).statusCode).toBe(200);
  });

  test('refuses a body above 1 MiB', async () => {
    expect((await post({ query: ' '.repeat(1_100_000) })).statusCode).toBe(413);
  });

  test.each([
    ['Latin-1', 400, {}],
    ['Latin-1, which says so', 415, { 'content-type': 'application/json; charset=iso-8859-1' }],
  ] as const)('does not damage a text in %s', async (_how, status, headers) => {
    const orders = () => bea.reads('{ orders { edges { cursor } } }');
    const before = await orders();
    const payload = Buffer.from(JSON.stringify({ query: PLACE_CAFE }), 'latin1');
    const response = await post(payload, { cookie: bea.cookie ?? '', ...headers });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' }, message: expect.stringContaining('UTF-8') }],
    });
    expect(await orders()).toEqual(before);
  });

  test.each(['application/json; charset=UTF-8', 'application/json;charset="utf-8"', 'application/json'])(
    'takes UTF-8 as %s',
    async (type) => {
      const response = await post({ query: '# Café\n{ viewer { id } }' }, { 'content-type': type });
      expect(response.json()).toMatchObject({ data: { viewer: null } });
    },
  );

  test('answers a body that is no JSON with 400', async () => {
    expect((await post('{"query":')).statusCode).toBe(400);
  });

  test.each(['//', '/x', '/%00', 'http://[', '*'])('outlives an upgrade of %j that is cut off', async (path) => {
    const [host, port] = (await api.address()).split(':');
    for (let round = 0; round < 10; round += 1) {
      const socket = connect(Number(port), host);
      socket.on('error', () => {});
      await new Promise((resolve) => socket.on('connect', resolve));
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      socket.resetAndDestroy();
    }
    expect((await fetch(`http://${await api.address()}/healthz`)).status).toBe(200);
  });

  test('loads nothing from elsewhere for those who look at /graphql in a browser', async () => {
    const response = await api.app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
    expect(response.body).not.toMatch(/<script|https?:/);
  });

  test('refuses subscriptions over HTTP with a code', async () => {
    const response = await post({ query: 'subscription { changes { cursor } }' }, { cookie: bea.cookie ?? '' });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

  test.each([
    '{ orders { edges { node { items { order { items { id } } } } } } }',
    '{ orders { edges { node { items { ...I } } } } } fragment I on Item { order { ... on Order { items { id } } } }',
    '{ node(id: "x") { ... on Item { history { item { history { at } } } } } }',
    '{ order(id: "x") { ...A } } fragment A on Order { items { id ...B } } fragment B on Item { order { ...C } } fragment C on Order { ...D } fragment D on Order { items { id } }',
  ])('refuses a list below itself: %s', async (query) => {
    const { status, errors } = await bea.send(query);
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  test('leaves nobody a connection on which nothing moves', () => {
    // Whether Node keeps to it takes a minute to see.
    expect(api.app.server).toMatchObject({ requestTimeout: 60_000, timeout: 60_000 });
  });

  test('answers variables that lie too deep within one another, each time', async () => {
    const query = 'query ($filter: OrderFilter) { orders(filter: $filter) { edges { cursor } } }';
    await bea.reads(query);
    const payload = `{"query":${JSON.stringify(query)},"variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
    const headers = { cookie: bea.cookie ?? '', 'content-type': 'application/json' };
    for (let time = 0; time < 3; time += 1) {
      const response = await api.app.inject({ method: 'POST', url: '/graphql', headers, payload });
      expect(response.json()).toMatchObject({ data: { orders: { edges: [] } } });
    }
  });

  test('takes a list beside itself, and what GraphiQL asks of the schema', async () => {
    await bea.reads('{ a: orders { edges { node { items { id } } } } b: orders { edges { node { items { id } } } } }');
    await bea.reads(
      '{ a: order(id: "x") { ...I items { history { cursor } } } b: orders { edges { node { ...I } } } } fragment I on Order { items { id } }',
    );
    await bea.reads(getIntrospectionQuery());
  });

  test('takes null for the default size of a page', async () => {
    expect(await bea.reads('{ orders(first: null) { edges { cursor } } }')).toEqual({ orders: { edges: [] } });
  });

  test('answers HEAD on a path of the page as GET', async () => {
    const headers = { accept: 'text/html' };
    const [get, head] = await Promise.all([
      api.app.inject({ method: 'GET', url: '/orders/x', headers }),
      api.app.inject({ method: 'HEAD', url: '/orders/x', headers }),
    ]);
    expect(head.statusCode).toBe(get.statusCode);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
    'answers %s with 405 and what is allowed',
    async (method) => {
      const response = await api.app.inject({
        method,
        url: '/graphql',
        payload: method === 'OPTIONS' ? undefined : {},
      });
      expect(response.statusCode).toBe(405);
      expect(response.headers.allow).toBe('GET, HEAD, POST');
    },
  );

  test.each(['/', '/graphql', '/healthz', '/nothing', '/%ff', '/graphiql'])(
    'names each answer, tells browsers what is allowed, and not what it is made of: %s',
    async (path) => {
      const { headers, body } = await api.app.inject(path);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(body).not.toMatch(/FST_|fastify|apollo-server|\/node_modules\//i);
    },
  );

  test.each<[string, string, string, number]>([
    ['text/plain', 'x', 'application/json', 415],
    ['no JSON', '{', 'application/json', 400],
    ['a large body', JSON.stringify({ query: ' '.repeat(1_100_000) }), 'application/json', 413],
  ])('says of %s no more than what is wrong', async (what, payload, type, status) => {
    const response = await post(payload, { 'content-type': what === 'text/plain' ? what : type });
    if (what !== 'text/plain') expect(response.statusCode).toBe(status);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toMatch(/FST_|\bat .*:\d+|node_modules/);
  });

  test('refuses sockets of other origins', async () => {
    const socket = new WebSocket(`ws://${await api.address()}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: bea.cookie ?? '', origin: 'https://evil.example' },
    });
    const failure = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(failure.message).toContain('403');
  });

  test.each(['{ viewer { id } }', 'mutation { signOut }'])('does not serve %s over a socket', async (query) => {
    const subscriber = (await Subscriber.of(api, bea)).subscribe(query);
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'SUBSCRIPTIONS_ONLY' } });
    await subscriber.leave();
    expect(await bea.reads('{ viewer { name } }')).toEqual({ viewer: { name: 'Bea' } });
  });

  test.each([undefined, 'C'])('does not guess which of several subscriptions is meant by %s', async (operationName) => {
    const query = 'subscription A { changes { at } } subscription B { changes { kind } }';
    const subscriber = (await Subscriber.of(api, bea)).subscribe(query, {}, operationName);
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    await subscriber.leave();
  });

  test.each([
    ['subscription { nope }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['subscription { changes @skip(if: true) { cursor } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription ($after: String) { changes(after: $after) { cursor } }', 'BAD_USER_INPUT'],
  ])('refuses %s over a socket with a code', async (query, code) => {
    const subscriber = (await Subscriber.of(api, bea)).subscribe(query, { after: ['no', 'text'] });
    expect(await subscriber.failed()).toMatchObject({ extensions: { code } });
    await subscriber.leave();
  });

  test('carries at most 50 subscriptions on a socket', async () => {
    const subscriber = await Subscriber.of(api, bea);
    for (let index = 0; index < 51; index += 1) subscriber.follow('changes');
    expect(await subscriber.failed()).toMatchObject({ extensions: { code: 'TOO_MANY_OPERATIONS' } });
    await subscriber.leave();
  });

  test('closes a socket that sends more than 64 KiB at once', async () => {
    const socket = new WebSocket(`ws://${await api.address()}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: bea.cookie ?? '' },
    });
    socket.on('error', () => {});
    await new Promise((resolve) => socket.on('open', resolve));
    let code = 0;
    socket.on('close', (closed) => {
      code = closed;
    });
    socket.send(JSON.stringify({ type: 'connection_init', payload: { filler: 'x'.repeat(70_000) } }));
    await until(() => code !== 0);
    expect(code).toBe(1009);
  });
});

describe('in production', () => {
  const environment = {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://orders.example',
    SOCKETS_PER_ACCOUNT: '2',
    PAGE_DOCUMENTS_ONLY: 'false',
  };
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create, undefined, { environment });
    bea = await api.buyer();
  });

  afterAll(() => api.stop());

  test('browsers are to come by https only', async () => {
    const { headers } = await api.app.inject('/healthz');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['content-security-policy']).toContain("connect-src 'self' wss://orders.example");
  });

  test.each(['{ __schema { types { name } } }', '{ ...F } fragment F on Query { a: __type(name: "Item") { name } }'])(
    'the schema is told to those only who are signed in: %s',
    async (query) => {
      const { status, errors } = await api.stranger().send(query);
      expect({ status, errors }).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await bea.reads(query);
    },
  );

  test('GraphiQL is there for those only who are signed in', async () => {
    for (const url of ['/graphiql', '/graphiql.html', '//graphiql.html', '/graphiql.html.br', '/graphiql.html.gz']) {
      const { statusCode, body } = await api.app.inject(url);
      expect(statusCode).not.toBe(200);
      expect(body).not.toContain('id="graphiql"');
    }
  });

  test('an account has as many sockets as it may, and another when one has closed', async () => {
    const follow = async (person: Person) => (await Subscriber.of(api, person)).follow('changes');
    const listening = (count: number) => until(() => api.services.signals.listenerCount() === count);
    const [first] = [await follow(bea), await follow(bea)];
    // One for each socket, and one for what both are told.
    await listening(3);
    expect(await (await follow(bea)).failed()).toMatchObject({ code: 1013 });
    const other = await follow(await api.buyer('Carl'));
    await listening(5);
    await first.leave();
    await listening(4);
    const next = await follow(bea);
    await listening(5);
    expect([...other.errors, ...next.errors]).toEqual([]);
  });
});

test('an upgrade that is refused has a name, in its answer and in the log', async () => {
  let log = '';
  const write = (line: string) => {
    log += line;
  };
  const api = await TestApi.start(create, undefined, { logger: { level: 'info', stream: { write } } });
  const headers = { origin: 'https://evil.example' };
  const socket = new WebSocket(`ws://${await api.address()}/graphql`, 'graphql-transport-ws', { headers });
  const answer = await new Promise<IncomingMessage>((resolve) =>
    socket.on('unexpected-response', (_request, response) => resolve(response)),
  );
  expect(answer.statusCode).toBe(403);
  const id = answer.headers['x-request-id'];
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(log).toContain(`"reqId":"${id}"`);
  answer.destroy();
  await api.stop();
});

test('a server without its database says so and hides the cause', async () => {
  let log = '';
  const write = (line: string) => {
    log += line;
  };
  const api = await TestApi.start(create, undefined, { logger: { level: 'error', stream: { write } } });
  const bea = await api.buyer();
  await api.services.database.close();
  const ready = await api.app.inject('/readyz');
  expect(ready.statusCode).toBe(503);
  const { errors, text } = await bea.send('{ viewer { id } }');
  expect(errors).toMatchObject([
    { message: 'Something went wrong on our side. Please try again.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
  expect(text).not.toMatch(/SELECT|sqlite|session|node_modules/i);
  const { requestId } = errors[0]?.extensions ?? {};
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(log).toContain(`"reqId":"${requestId}"`);
  await api.app.close();
});

test('a statement that fails is logged without its values', async () => {
  let log = '';
  const write = (line: string) => {
    log += line;
  };
  const api = await TestApi.start(create, undefined, { logger: { level: 'error', stream: { write } } });
  await api.services.database.transaction(({ manager }) => manager.query('ALTER TABLE mail_setting RENAME TO away'));
  const token = 'a-token-that-works-for-ever-and-has-43-sign';
  const payload = 'List-Unsubscribe=One-Click';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await api.app.inject({ method: 'POST', url: `/unsubscribe/${token}`, headers, payload });
  expect(answer.statusCode).toBe(500);
  expect(log).toContain('mail_setting');
  expect(log).not.toContain(token);
  await api.stop();
});
