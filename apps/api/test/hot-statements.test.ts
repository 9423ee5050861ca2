import { randomUUID } from 'node:crypto';
import { QueryFailedError } from 'typeorm';
import { type Database } from '../src/database/database.js';
import { insertRow, updateRows } from '../src/database/lean-writes.js';
import { openDatabase } from '../src/database/open-database.js';
import { runStatement } from '../src/database/statement.js';
import { IdempotencyKeyEntity } from '../src/idempotency/idempotency-key.entity.js';
import { databases, type FreshDatabase } from './testkit/databases.js';

/** With a value of each kind that such a row can have, hard to hand over where it can be. */
const aRow = () => ({
  accountId: randomUUID(),
  keyHash: `“quoted” \\ ' " ? :id \n 😀`,
  inputHash: '',
  changeAccountId: '0',
  changeSequence: 2 ** 31 - 1,
  refusal: null,
  createdAt: new Date('2026-03-29T01:30:00.987Z'),
});

describe.each(databases)('statements of hot transactions on %s', (name, create) => {
  let fresh: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    fresh = await create();
    database = await openDatabase(fresh.url);
  });

  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const read = (accountId: string) => database.reader.getRepository(IdempotencyKeyEntity).findOneBy({ accountId });

  test('a row is read back as it was written', async () => {
    const row = aRow();
    await database.transaction(({ manager }) => insertRow(manager, IdempotencyKeyEntity, row));
    expect(await read(row.accountId)).toEqual(row);
  });

  test('of the rows that fit those columns are set that are given, and no others', async () => {
    const [one, other] = [aRow(), aRow()];
    const patch = { changeSequence: 0, createdAt: new Date('2026-10-25T00:59:59.001Z') };
    const update = (keyHash: string) =>
      database.transaction(({ manager }) =>
        updateRows(manager, IdempotencyKeyEntity, { accountId: one.accountId, keyHash }, patch),
      );
    await database.transaction(async ({ manager }) => {
      for (const row of [one, other]) await insertRow(manager, IdempotencyKeyEntity, row);
    });
    expect(await update('another')).toBe(0);
    expect(await update(one.keyHash)).toBe(1);
    expect(await read(one.accountId)).toEqual({ ...one, ...patch });
    expect(await read(other.accountId)).toEqual(other);
  });

  test('what fails says so, and leaves nothing behind', async () => {
    const row = aRow();
    const twice = database.transaction(async ({ manager }) => {
      await insertRow(manager, IdempotencyKeyEntity, row);
      await insertRow(manager, IdempotencyKeyEntity, row);
    });
    await expect(twice).rejects.toThrow(QueryFailedError);
    expect(await read(row.accountId)).toBeNull();
  });

  test('a table that has changed meanwhile is written to all the same', async () => {
    const rows = [aRow(), aRow()];
    const insertBoth = () =>
      Promise.all(
        rows.map((row) => database.transaction(({ manager }) => insertRow(manager, IdempotencyKeyEntity, row))),
      );
    await insertBoth();
    await database.transaction(({ manager }) => manager.query('ALTER TABLE idempotency_key ADD another VARCHAR(36)'));
    for (const row of rows) row.accountId = randomUUID();
    await insertBoth();
    for (const row of rows) expect(await read(row.accountId)).toEqual(row);
  });

  // Embedded, there is no way for statements to go.
  if (name === 'SQLite') return;

  test('a connection prepares a statement once', async () => {
    const prepared = await database.transaction(async ({ manager }) => {
      const count = async () => {
        const [{ Value: value }] = await manager.query("SHOW SESSION STATUS LIKE 'Com_stmt_prepare'");
        return Number(value);
      };
      const before = await count();
      for (const value of [1, 2, 3]) {
        const { rows } = await runStatement(manager, 'SELECT ? AS value', [value]);
        expect(rows).toEqual([{ value }]);
      }
      return (await count()) - before;
    });
    expect(prepared).toBe(1);
  });
});
