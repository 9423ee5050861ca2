import { createAccount } from '../src/accounts/create-account.js';
import { Role } from '../src/accounts/role.js';
import { SessionEntity } from '../src/accounts/session.entity.js';
import { SESSION_IDLE_MS } from '../src/accounts/sessions.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { Person } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on UserError { code message }
    ... on InvalidInput { violations { field message } }
    ... on SignInSuccess { account { id name email role latestChangeCursor } }
  }
}`;

describe.each(databases)('sessions on %s', (_name, create) => {
  let api: TestApi;
  const email = 'bea@test.example';

  beforeAll(async () => {
    api = await TestApi.start(create);
    await createAccount(api.services, { name: 'Bea', email, password: api.password, role: Role.BUYER });
  });

  afterAll(() => api.stop());

  const signIn = async (input: object) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: SIGN_IN, variables: { input } },
    });
    const cookie = response.cookies.find(({ name }) => name === 'oops_session');
    return { outcome: response.json().data.signIn, cookie };
  };

  const whoIs = (cookie: string | undefined) =>
    new Person(api.app, '', cookie).reads<{ viewer: { name: string } | null }>('{ viewer { name } }');

  test('the right password signs in, by a cookie that scripts and other sites do not get', async () => {
    const { outcome, cookie } = await signIn({ email: ` ${email.toUpperCase()} `, password: api.password });
    expect(outcome).toMatchObject({ __typename: 'SignInSuccess', account: { name: 'Bea', email, role: 'BUYER' } });
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await whoIs(`${cookie?.name}=${cookie?.value}`)).toEqual({ viewer: { name: 'Bea' } });
  });

  test('the token stands nowhere in the database', async () => {
    const { cookie } = await signIn({ email, password: api.password });
    const sessions = await api.services.database.reader.getRepository(SessionEntity).find();
    expect(sessions.length).toBeGreaterThan(0);
    expect(JSON.stringify(sessions)).not.toContain(cookie?.value);
  });

  test('a wrong password and an unknown address are answered alike, without a cookie', async () => {
    const wrong = await signIn({ email, password: 'wrong' });
    const unknown = await signIn({ email: 'nobody@test.example', password: 'wrong' });
    expect(wrong.outcome).toMatchObject({ __typename: 'InvalidCredentials', code: 'INVALID_CREDENTIALS' });
    expect(unknown).toEqual(wrong);
    expect(wrong.cookie).toBeUndefined();
  });

  test.each([
    ['email', { email: ' ', password: 'x' }],
    ['email', { email: 'x'.repeat(255), password: 'x' }],
    ['password', { email, password: '' }],
    ['password', { email, password: 'x'.repeat(1_025) }],
  ])('a wrong %s is named', async (field, input) => {
    expect((await signIn(input)).outcome).toMatchObject({ __typename: 'InvalidInput', violations: [{ field }] });
  });

  test('signing out ends the session, and may be repeated', async () => {
    const { cookie } = await signIn({ email, password: api.password });
    const bea = new Person(api.app, '', `${cookie?.name}=${cookie?.value}`);
    expect(await bea.reads('mutation { signOut }')).toEqual({ signOut: true });
    expect(await whoIs(bea.cookie)).toEqual({ viewer: null });
    expect(await bea.reads('mutation { signOut }')).toEqual({ signOut: true });
  });

  test('signing out closes the sockets of that session and of no other', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => {
        const { cookie } = await signIn({ email, password: api.password });
        const bea = new Person(api.app, '', `${cookie?.name}=${cookie?.value}`);
        return { bea, subscriber: (await Subscriber.of(api, bea)).follow('changes') };
      }),
    );
    if (!first || !second) throw new Error('two sign-ins');
    await until(() => api.services.signals.listenerCount() === 3);
    await first.bea.reads('mutation { signOut }');
    expect(await first.subscriber.failed()).toMatchObject({ code: 4401 });
    await until(() => api.services.signals.listenerCount() === 2);
    expect(second.subscriber.errors).toEqual([]);
    const again = (await Subscriber.of(api, first.bea)).follow('changes');
    expect(await again.failed()).toMatchObject({ code: 4403 });
    await second.subscriber.leave();
  });

  test('a session that runs out closes its sockets', async () => {
    const dora = await api.buyer('Dora');
    const follower = (await Subscriber.of(api, dora)).follow('changes');
    await until(() => api.services.signals.topics().has(`changes:${dora.id}`));
    try {
      api.stoppedAt = new Date(Date.now() + SESSION_IDLE_MS + 1_000);
      expect(await follower.failed()).toMatchObject({ code: 4401 });
    } finally {
      api.stoppedAt = undefined;
    }
  });

  test('a session whose end nobody was told of closes its sockets all the same', async () => {
    const [dora, carl] = [await api.buyer('Dora'), await api.buyer('Carl')];
    const [follower, other] = [await Subscriber.of(api, dora), await Subscriber.of(api, carl)];
    follower.follow('changes');
    other.follow('changes');
    await until(() => api.services.signals.topics().has(`changes:${dora.id}`));
    await api.services.database.transaction(({ manager }) => manager.delete(SessionEntity, { accountId: dora.id }));
    expect(await follower.failed()).toMatchObject({ code: 4401 });
    expect(other.errors).toEqual([]);
    await other.leave();
  });

  test('a session ends by itself after its lifetime', async () => {
    const { cookie } = await signIn({ email, password: api.password });
    const services = { ...api.services, now: () => new Date(Date.now() + SESSION_IDLE_MS + 1_000) };
    const { viewerOf } = await import('../src/accounts/sessions.js');
    expect(await viewerOf(api.services, cookie?.value)).toMatchObject({ email });
    expect(await viewerOf(services, cookie?.value)).toBeNull();
  });

  test.each(['oops_session=nonsense', 'oops_session=', `oops_session=${'x'.repeat(4_000)}`])(
    'the made-up cookie %j is nobody',
    async (cookie) => {
      expect(await whoIs(cookie)).toEqual({ viewer: null });
    },
  );
});
