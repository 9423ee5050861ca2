import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { ApiKeyEntity } from '../src/accounts/api-keys/api-key.entity.js';
import { EXPIRED_KEPT_MS } from '../src/accounts/api-keys/api-keys.js';
import { MAX_API_KEYS } from '../src/accounts/api-keys/create-api-key.js';
import { newSecret } from '../src/accounts/api-keys/secret.js';
import { makeOperator } from '../src/accounts/make-operator.js';
import { Scope } from '../src/accounts/scope.js';
import { keepHouse } from '../src/housekeeping.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const CREATE = `mutation ($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    __typename
    ... on CreateApiKeySuccess { secret apiKey { id name prefix scopes createdAt expiresAt lastUsedAt } }
    ... on InvalidInput { violations { field message } }
    ... on TooManyApiKeys { code limit }
  }
}`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) { __typename ... on RevokeApiKeySuccess { id } ... on UserError { code message } }
}`;
const LIST = '{ viewer { apiKeys { id name prefix scopes createdAt expiresAt lastUsedAt } } }';
const WHO = '{ viewer { id } }';
const ADDRESS = '{ viewer { email } }';

const TWO_CREDENTIALS = { status: 400, body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] } };

interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly lastUsedAt: string | null;
}

describe.each(databases)('API keys on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
  });

  beforeEach(async () => {
    bea = await api.buyer();
  });

  afterEach(() => {
    api.stoppedAt = undefined;
  });

  afterAll(() => api.stop());

  const make = async (person: Person, input: object) =>
    (
      await person.reads<{ createApiKey: Record<string, never> & { secret: string; apiKey: KeyView } }>(CREATE, {
        input,
      })
    ).createApiKey;
  const keysOf = async (person: Person) =>
    (await person.reads<{ viewer: { apiKeys: KeyView[] } }>(LIST)).viewer.apiKeys;
  const rows = () => api.services.database.reader.getRepository(ApiKeyEntity);
  /** Asks who one is by a real connection, on which a header may come several times. */
  const ask = async (headers: Readonly<Record<string, string | string[]>>) => {
    const url = `http://${await api.address()}/graphql`;
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } });
    sent.end(JSON.stringify({ query: WHO }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: (await json(response)) as object };
  };

  test('one is made, shown once, and listed without its secret', async () => {
    const made = await make(bea, { name: ' Till 1 ', scopes: ['ORDERS_WRITE', 'ORDERS_READ'], expiresInDays: 30 });
    expect(made.secret).toMatch(/^oops_live_[0-9A-Za-z]{42}$/);
    const listed = await bea.send(LIST);
    expect(listed.data).toEqual({ viewer: { apiKeys: [made.apiKey] } });
    expect(made.apiKey).toMatchObject({
      name: 'Till 1',
      prefix: made.secret.slice(0, 16),
      scopes: ['ORDERS_READ', 'ORDERS_WRITE'],
      lastUsedAt: null,
    });
    expect(listed.text).not.toContain(made.secret);
    expect(JSON.stringify(await rows().findBy({ accountId: bea.id }))).not.toContain(made.secret);
  });

  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['scopes', { scopes: [] }],
    ['expiresInDays', { expiresInDays: 0 }],
    ['expiresInDays', { expiresInDays: 367 }],
  ])('a wrong %s is named, and no key made', async (field, wrong) => {
    const outcome = await make(bea, { name: 'Till', scopes: ['ORDERS_READ'], ...wrong });
    expect(outcome).toMatchObject({ __typename: 'InvalidInput', violations: [{ field }] });
    expect(await keysOf(bea)).toEqual([]);
  });

  test('an account has at most 20, also when they are made at once', async () => {
    const input = { name: 'Till', scopes: ['ORDERS_READ'] };
    const outcomes = await Promise.all(Array.from({ length: MAX_API_KEYS + 3 }, () => make(bea, input)));
    const refused = outcomes.filter(({ __typename }) => __typename === 'TooManyApiKeys');
    expect(refused).toEqual(Array(3).fill(expect.objectContaining({ code: 'TOO_MANY_API_KEYS', limit: 20 })));
    expect(await keysOf(bea)).toHaveLength(MAX_API_KEYS);
  });

  test('one acts for its account', async () => {
    const program = await api.programOf(bea);
    const order = await program.places();
    expect((await bea.sees(order.id))?.number).toBe(order.number);
    expect((await program.reads<object>(WHO)) as object).toEqual({ viewer: { id: bea.id } });
  });

  test.each([
    ['list keys', LIST, {}],
    ['make keys', CREATE, { input: { name: 'x', scopes: ['ORDERS_READ'] } }],
    ['revoke keys', REVOKE, { input: { id: 'key_x' } }],
    ['sign anybody out', 'mutation { signOut }', {}],
    ['sign in', 'mutation { signIn(input: { email: "a", password: "b" }) { __typename } }', {}],
  ])('one does not %s', async (_what, query, variables) => {
    const program = await api.programOf(bea);
    const { errors } = await program.send(query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await keysOf(bea)).toHaveLength(1);
  });

  test('wrong, expired and revoked ones cannot be told apart, whatever is asked', async () => {
    const expired = await api.keyOf(bea, { expiresInDays: 1 });
    const revoked = await api.keyOf(bea);
    await bea.reads(REVOKE, { input: { id: revoked.id } });
    api.stoppedAt = new Date(Date.now() + DAY_MS + 1_000);
    const unknown = newSecret();
    for (const query of [
      WHO,
      '{ statusGuide { status } }',
      '{ orders { edges { cursor } } }',
      'mutation { signOut }',
    ]) {
      const answers = await Promise.all(
        [expired.secret, revoked.secret, unknown, 'x', ''].map((secret) => bea.withSecret(secret).send(query)),
      );
      expect(answers[0]).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    }
  });

  test('a cookie and a key together are refused; other schemes are somebody else’s', async () => {
    const { secret } = await api.keyOf(bea);
    const send = (authorization: string) => ask({ cookie: bea.cookie ?? '', authorization });
    expect(await send(`Bearer ${secret}`)).toMatchObject(TWO_CREDENTIALS);
    expect(await send('Basic eDp5')).toMatchObject({ body: { data: { viewer: { id: bea.id } } } });
  });

  test('two keys are refused, and the same one twice is taken', async () => {
    const { secret } = await api.keyOf(bea);
    const other = await api.keyOf(await api.buyer());
    const send = (...secrets: string[]) => ask({ authorization: secrets.map((one) => `Bearer ${one}`) });
    expect(await send(secret, other.secret)).toMatchObject(TWO_CREDENTIALS);
    expect(await send(other.secret, secret)).toMatchObject(TWO_CREDENTIALS);
    expect(await send(secret, 'x')).toMatchObject(TWO_CREDENTIALS);
    expect(await send(secret, secret)).toMatchObject({ body: { data: { viewer: { id: bea.id } } } });
  });

  test.each(['', 'Token ', 'Bearer: '])(
    'a key after %j is none, and its program is told how it is sent',
    async (scheme) => {
      const { secret } = await api.keyOf(bea);
      const message = expect.stringContaining('Authorization: Bearer');
      expect(await ask({ authorization: scheme + secret })).toMatchObject({
        status: 401,
        body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' }, message }] },
      });
    },
  );

  test('those of a buyer who is made an operator are revoked, and their sockets closed', async () => {
    const program = await api.programOf(bea);
    const { viewer } = await program.reads<{ viewer: { email: string } }>(ADDRESS);
    const follower = (await Subscriber.of(api, program)).follow('changes');
    await until(() => api.services.signals.topics().has(`changes:${bea.id}`));
    expect(await makeOperator(api.services, viewer.email)).toBe(true);
    expect(await program.send(WHO)).toMatchObject({ status: 401 });
    expect(await follower.failed()).toMatchObject({ code: 4401 });
    expect(await rows().findBy({ accountId: bea.id })).toEqual([]);
  });

  test('the last use is noted once a minute', async () => {
    const program = await api.programOf(bea);
    const begin = Date.now();
    const at = (ms: number) => {
      api.stoppedAt = new Date(begin + ms);
    };
    const noted = async () => (await rows().findOneByOrFail({ accountId: bea.id })).lastUsedAt?.getTime();
    const writesDuring = async (work: () => Promise<unknown>) =>
      (await api.statements.during(work)).filter((statement) => statement.startsWith('UPDATE')).length;
    const settle = async (ms: number) => {
      for (let tries = 0; (await noted()) !== begin + ms; tries += 1) {
        if (tries > 500) throw new Error(`not noted: ${await noted()}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    at(0);
    await Promise.all(Array.from({ length: 10 }, () => program.reads(WHO)));
    await settle(0);
    at(59_000);
    expect(await writesDuring(() => program.reads(WHO))).toBe(0);
    at(61_000);
    await program.reads(WHO);
    await settle(61_000);
    expect((await keysOf(bea))[0]?.lastUsedAt).toBe(new Date(begin + 61_000).toISOString());
  });

  test('a revoked one is gone from the list, and revoking it again finds nothing', async () => {
    const { id, secret } = await api.keyOf(bea);
    const other = await api.keyOf(bea);
    expect(await bea.reads(REVOKE, { input: { id } })).toEqual({
      revokeApiKey: { __typename: 'RevokeApiKeySuccess', id },
    });
    expect((await keysOf(bea)).map((key) => key.id)).toEqual([other.id]);
    expect((await bea.withSecret(secret).send(WHO)).status).toBe(401);
    expect(await bea.reads(REVOKE, { input: { id } })).toMatchObject({ revokeApiKey: { code: 'NOT_FOUND' } });
  });

  test('nobody revokes what is somebody else’s, not even an operator', async () => {
    const { id } = await api.keyOf(bea);
    for (const other of [await api.buyer('Mallory'), await api.operator()]) {
      expect(await other.reads(REVOKE, { input: { id } })).toMatchObject({ revokeApiKey: { code: 'NOT_FOUND' } });
    }
    expect(await keysOf(bea)).toHaveLength(1);
  });

  test('an expired one is listed for 30 days more', async () => {
    await api.keyOf(bea, { expiresInDays: 1 });
    const houseAt = (ms: number) => keepHouse({ ...api.services, now: () => new Date(Date.now() + ms) });
    await houseAt(EXPIRED_KEPT_MS);
    expect(await rows().countBy({ accountId: bea.id })).toBe(1);
    await houseAt(EXPIRED_KEPT_MS + DAY_MS + 1_000);
    expect(await rows().countBy({ accountId: bea.id })).toBe(0);
  });

  test('one that only writes sees whose it is, and not the address', async () => {
    const [writer, reader] = [
      await api.programOf(bea, [Scope.ORDERS_WRITE]),
      await api.programOf(bea, [Scope.ORDERS_READ]),
    ];
    expect(await writer.reads('{ viewer { id name role } }')).toMatchObject({ viewer: { id: bea.id, role: 'BUYER' } });
    const { email } = (await bea.reads<{ viewer: { email: string } }>(ADDRESS)).viewer;
    const refused = await writer.send(ADDRESS);
    expect(refused.errors).toMatchObject([{ path: ['viewer', 'email'], extensions: { code: 'FORBIDDEN' } }]);
    expect(refused.text).not.toContain(email);
    expect(await reader.reads(ADDRESS)).toEqual({ viewer: { email } });
  });

  describe('over a socket', () => {
    const address = async () => `ws://${await api.address()}/graphql`;
    const isFollowing = () => until(() => api.services.signals.topics().has(`changes:${bea.id}`));

    test.each(['header', 'authorization', 'Authorization'])('one is taken from %s', async (place) => {
      const { secret } = await api.keyOf(bea, { scopes: [Scope.ORDERS_READ] });
      const authorization = `Bearer ${secret}`;
      const follower =
        place === 'header'
          ? new Subscriber(await address(), { authorization })
          : new Subscriber(await address(), {}, { [place]: authorization });
      follower.follow('changes');
      await isFollowing();
      await bea.places();
      expect(await follower.received(1)).toMatchObject([{ kind: 'ORDER_PLACED' }]);
      await follower.leave();
    });

    test('one without the scope is refused', async () => {
      const program = await api.programOf(bea, [Scope.ORDERS_WRITE]);
      const follower = (await Subscriber.of(api, program)).follow('changes');
      expect(await follower.failed()).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
      await follower.leave();
    });

    test('wrong and revoked ones are closed alike', async () => {
      const { id, secret } = await api.keyOf(bea);
      await bea.reads(REVOKE, { input: { id } });
      for (const wrong of [secret, 'x']) {
        const follower = (await Subscriber.of(api, bea.withSecret(wrong))).follow('changes');
        expect(await follower.failed()).toMatchObject({ code: 4403, reason: 'Forbidden' });
      }
    });

    test('a cookie and a key together are refused', async () => {
      const { secret } = await api.keyOf(bea);
      const follower = new Subscriber(await address(), bea.headers, { authorization: `Bearer ${secret}` });
      expect(await follower.follow('changes').failed()).toMatchObject({ code: 4400 });
    });

    test('revoking one closes its sockets, and no others', async () => {
      const { id, secret } = await api.keyOf(bea);
      const program = bea.withSecret(secret);
      const other = (await Subscriber.of(api, await api.programOf(bea))).follow('changes');
      const follower = (await Subscriber.of(api, program)).follow('changes');
      await isFollowing();
      await until(() => api.services.signals.listenerCount() >= 3);
      await bea.reads(REVOKE, { input: { id } });
      expect(await follower.failed()).toMatchObject({ code: 4401 });
      expect(other.errors).toEqual([]);
      await other.leave();
    });

    test('one that expires closes its sockets within 2 seconds', async () => {
      const { secret } = await api.keyOf(bea, { expiresInDays: 1 });
      const follower = (await Subscriber.of(api, bea.withSecret(secret))).follow('changes');
      await isFollowing();
      api.stoppedAt = new Date(Date.now() + DAY_MS + 1_000);
      const begin = Date.now();
      expect(await follower.failed()).toMatchObject({ code: 4401 });
      console.log(`a socket closed ${Date.now() - begin} ms after its key expired`);
    });

    test('revoking one at a server that cannot send word closes its sockets at another', async () => {
      const deaf = await api.another(new InProcessSignals());
      try {
        const { id, secret } = await api.keyOf(bea);
        const follower = (await Subscriber.of(deaf, bea.withSecret(secret))).follow('changes');
        await until(() => deaf.services.signals.topics().has(`changes:${bea.id}`));
        const begin = Date.now();
        await bea.reads(REVOKE, { input: { id } });
        expect(await follower.failed()).toMatchObject({ code: 4401 });
        console.log(`a socket of another server closed ${Date.now() - begin} ms after its key was revoked`);
      } finally {
        await deaf.stop();
      }
    });

    test('its sockets leave no listener behind', async () => {
      const before = api.services.signals.listenerCount();
      const follower = (await Subscriber.of(api, await api.programOf(bea))).follow('changes');
      await isFollowing();
      await follower.leave();
      await until(() => api.services.signals.listenerCount() === before);
    });
  });
});
