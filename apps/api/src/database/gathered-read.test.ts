import { DataSource, QueryFailedError } from 'typeorm';
import { GatheredRead } from './gathered-read.js';
import { optionsOf } from './open-database.js';

const SOURCE = new DataSource(optionsOf('sqlite::memory:'));

/** A read of what is in a map, and the keys of each statement that it came to. */
function readOf(found: ReadonlyMap<string, object>, most = 10) {
  const statements: string[][] = [];
  const read = new GatheredRead<string, object, { readonly long: boolean }>(async (_source, keys) => {
    statements.push([...keys]);
    return found;
  }, most);
  return { statements, one: (key: string, long = false) => read.one(SOURCE, key, { long }) };
}

describe('a gathered read', () => {
  const [a, b] = [{}, {}];
  const found = new Map(Object.entries({ a, b }));

  test('asks once for what is asked in one turn, and hands each what is theirs', async () => {
    const { statements, one } = readOf(found);
    expect(await Promise.all([one('b'), one('none'), one('a'), one('b')])).toEqual([b, undefined, a, b]);
    expect(statements).toEqual([['b', 'none', 'a', 'b']]);
  });

  test('asks anew for what is asked later', async () => {
    const { statements, one } = readOf(found);
    await one('a');
    await one('a');
    expect(statements).toEqual([['a'], ['a']]);
  });

  test('keeps shapes apart, and to its bound', async () => {
    const { statements, one } = readOf(found, 2);
    await Promise.all([one('a'), one('b', true), one('b'), one('a')]);
    expect(statements).toHaveLength(3);
    expect(statements).toEqual(expect.arrayContaining([['a', 'b'], ['a'], ['b']]));
  });

  test('fails for each with an error of their own', async () => {
    const failed = new QueryFailedError('SELECT', [], Object.assign(new Error('gone'), { fatal: true }));
    const read = new GatheredRead(async () => {
      throw failed;
    }, 10);
    const errors = await Promise.all([1, 2].map((key) => read.one(SOURCE, key, {}).catch((error) => error)));
    expect(new Set(errors).size).toBe(2);
    for (const error of errors) expect(error).toMatchObject({ query: 'SELECT', driverError: failed.driverError });
  });
});
