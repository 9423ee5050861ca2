import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';

const TOO_LARGE = { data: null, errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] };

describe.each(databases)('an answer that would be too large, on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;

  beforeAll(async () => {
    api = await TestApi.start(create);
    bea = await api.buyer();
    const url = `https://shop.example/${'x'.repeat(2_000)}`;
    const items = Array.from({ length: 450 }, (_, at) => ({ productName: `Mug ${at}`, url }));
    for (let placed = 0; placed < 3; placed += 1) await bea.places(items);
  });

  afterAll(() => api.stop());

  test('is refused each time, and what was done for it is paid for', async () => {
    const names = Array.from({ length: 8 }, (_, at) => `a${at}: url`).join(' ');
    const query = `{ orders(first: 10) { edges { node { items { id ${names} } } } } }`;
    for (let time = 0; time < 3; time += 1) {
      const answer = await bea.send(query);
      expect(answer).toMatchObject(TOO_LARGE);
      expect(JSON.parse(answer.text).extensions.cost.actualQueryCost).toBeGreaterThan(1_350);
    }
  });

  test('is none where less is asked for', async () => {
    const { orders } = await bea.reads<{ orders: { edges: Array<{ node: { items: object[] } }> } }>(
      '{ orders(first: 10) { edges { node { items { id url } } } } }',
    );
    expect(orders.edges.map(({ node }) => node.items.length)).toEqual([450, 450, 450]);
  });

  test('is refused where it comes to more than 20,000 items, before anything is made of them', async () => {
    const carl = await api.buyer('Carl');
    const items = Array.from({ length: 500 }, (_, at) => ({ productName: `Mug ${at}` }));
    for (let placed = 0; placed < 40; placed += 1) await carl.places(items);
    const query = '{ orders(first: 100) { edges { node { items { id } } } } }';
    const { orders } = await carl.readsOnce<{ orders: { edges: object[] } }>(query);
    expect(orders.edges).toHaveLength(40);
    await carl.places();
    for (let time = 0; time < 3; time += 1) expect(await carl.send(query)).toMatchObject(TOO_LARGE);
  });
});
