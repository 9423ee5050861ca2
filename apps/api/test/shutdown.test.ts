import { once } from 'node:events';
import { WebSocket } from 'ws';
import { leave } from '../src/http/leaving.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { Subscriber, until } from './testkit/subscriber.js';

const [[, create]] = databases as [(typeof databases)[number]];

test('a server that is told to stop answers what it was asked and sends its sockets elsewhere', async () => {
  const api = await TestApi.start(create);
  const bea = await api.buyer();
  const follower = (await Subscriber.of(api, bea)).follow('changes');
  await until(() => api.services.signals.listenerCount() === 2);

  const url = `http://${await api.address()}/graphql`;
  const query = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
  const items = Array(200).fill({ url: 'https://shop.example/1', productName: 'Mug', quantity: 1, unitPrice: '1.00' });
  const asked = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: bea.cookie ?? '' },
    body: JSON.stringify({ query, variables: { input: { currency: 'GBP', items } } }),
  });
  // The request is in the server's hands once its statements are.
  const statements = api.statements.during(() => asked);
  await until(() => api.statements.count > 0);
  const stopped = leave(api.app, 0);

  expect(await (await asked).json()).toMatchObject({ data: { placeOrder: { __typename: 'PlaceOrderSuccess' } } });
  expect((await statements).length).toBeGreaterThan(0);
  // 1001: going away, which clients take as a reason to connect again.
  expect(await follower.failed()).toMatchObject({ code: 1001 });
  await stopped;
  expect(api.services.signals.listenerCount()).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
  await api.stop();
});

test('before it closes it serves as ever, says that it is leaving, and ends each connection with its answer', async () => {
  const api = await TestApi.start(create);
  const bea = await api.buyer();
  const url = `http://${await api.address()}`;
  expect((await fetch(`${url}/readyz`)).headers.get('connection')).toBe('keep-alive');

  const stopped = leave(api.app, 3_000);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, ready.headers.get('connection'), await ready.json()]).toEqual([
    503,
    'close',
    { status: 'leaving' },
  ]);
  const order = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: bea.cookie ?? '' },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });
  expect([order.headers.get('connection'), await order.json()]).toMatchObject([
    'close',
    { data: { viewer: { name: 'Bea' } } },
  ]);
  expect(api.app.server.listening).toBe(true);
  await stopped;
  expect(api.app.server.listening).toBe(false);
  await api.stop();
});

test('a socket that does not take leave is cut off', async () => {
  const api = await TestApi.start(create);
  const bea = await api.buyer();
  const socket = new WebSocket(`ws://${await api.address()}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: bea.cookie ?? '' },
  });
  await once(socket, 'open');
  socket.pause();
  await leave(api.app, 0);
  expect(api.app.server.listening).toBe(false);
  socket.terminate();
  await api.stop();
}, 20_000);
