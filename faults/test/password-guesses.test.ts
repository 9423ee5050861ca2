import { trySignIn } from '../testkit/client.js';
import { figure } from '../testkit/figures.js';
import { SIZE } from '../testkit/size.js';
import { Stage } from '../testkit/stage.js';

const BUYER = 'buyer@demo.example';

/** How many guesses are on their way at a time. */
const AT_ONCE = 20;

/** What an account bears from browsers that it does not know, before the wait begins. */
const ALLOWED = 10;

let stage: Stage;

beforeAll(async () => {
  // Whoever guesses here has a botnet: what comes from one address is slowed down long before.
  stage = await Stage.open({ on: 'MariaDB', servers: 2, environment: { TRUSTED_PROXIES: '127.0.0.1' } });
});

afterAll(() => stage?.end());

test(`of ${SIZE.guesses} guesses at one password ten are tried, and the owner signs in all the while`, async () => {
  const { servers } = stage;
  const at = (count: number) => servers[count % servers.length] as (typeof servers)[number];
  for (const server of servers) await server.reachesRedis();
  const owner = await trySignIn(servers[0], { email: BUYER, password: 'oops-demo' }, { from: '198.51.100.1' });
  expect(owner.outcome).toBe('SignInSuccess');
  const { cookie } = owner;

  const outcomes: Record<string, number> = {};
  let entered = 0;
  const began = Date.now();
  for (let sent = 0; sent < SIZE.guesses; sent += AT_ONCE) {
    const guesses = Array.from({ length: AT_ONCE }, (_, one) => {
      const count = sent + one;
      const from = `10.${count >> 16}.${(count >> 8) & 255}.${count & 255}`;
      return trySignIn(at(count), { email: BUYER, password: `guess ${count}` }, { from });
    });
    for (const { outcome } of await Promise.all(guesses)) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (sent % (SIZE.guesses / 10) !== 0) continue;
    const again = await trySignIn(at(sent), { email: BUYER, password: 'oops-demo' }, { from: '198.51.100.1', cookie });
    expect(again.outcome).toBe('SignInSuccess');
    entered += 1;
  }
  const seconds = (Date.now() - began) / 1000;

  figure('guesses', `${JSON.stringify(outcomes)} in ${seconds.toFixed(0)} s, over two servers`);
  figure('sign-ins of the owner meanwhile, in a known browser', entered);
  // The allowance comes back every quarter of an hour.
  const periods = 1 + Math.floor(seconds / (15 * 60));
  expect(outcomes.InvalidCredentials).toBeLessThanOrEqual(ALLOWED * periods);
  expect(outcomes.InvalidCredentials).toBeGreaterThan(0);
  expect((outcomes.InvalidCredentials ?? 0) + (outcomes.TooManyAttempts ?? 0)).toBe(SIZE.guesses);
  // In a browser that the account does not know, even the right password is not looked at now.
  const elsewhere = await trySignIn(at(1), { email: BUYER, password: 'oops-demo' }, { from: '203.0.113.9' });
  expect(elsewhere.outcome).toBe('TooManyAttempts');
});
