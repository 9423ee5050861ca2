import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { OperationsFeedEntity } from '../src/changes/operations-feed.entity.js';
import { type Database } from '../src/database/database.js';
import { openDatabase } from '../src/database/open-database.js';
import { IdempotencyKeyEntity } from '../src/idempotency/idempotency-key.entity.js';
import { databases, type FreshDatabase } from './testkit/databases.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const aKey = () => ({
  accountId: randomUUID(),
  keyHash: 'key',
  inputHash: 'input',
  changeAccountId: 'account',
  changeSequence: 1,
  createdAt: new Date(),
});

describe.each(databases)('transactions on %s', (_name, create) => {
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

  const exists = (row: { accountId: string }) =>
    database.reader.getRepository(IdempotencyKeyEntity).existsBy({ accountId: row.accountId });

  test('two that overlap, the first of which fails, lose nothing of the second', async () => {
    const [lost, kept] = [aKey(), aKey()];
    const failing = database.transaction(async ({ manager }) => {
      await manager.insert(IdempotencyKeyEntity, lost);
      await pause(50);
      throw new Error('changed my mind');
    });
    const succeeding = database.transaction(async ({ manager }) => {
      await manager.insert(IdempotencyKeyEntity, kept);
      await pause(10);
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await succeeding;
    expect(await exists(kept)).toBe(true);
    expect(await exists(lost)).toBe(false);
  });

  test('a reader never sees what has not been committed', async () => {
    const row = aKey();
    const failing = database.transaction(async ({ manager }) => {
      await manager.insert(IdempotencyKeyEntity, row);
      expect(await exists(row)).toBe(false);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await exists(row)).toBe(false);
  });

  test('nothing is announced of a transaction that fails, and what is announced can be read', async () => {
    const announced: string[] = [];
    const failing = database.transaction(async ({ afterCommit }) => {
      afterCommit(() => announced.push('failed'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const row = aKey();
    await database.transaction(async ({ manager, afterCommit }) => {
      await manager.insert(IdempotencyKeyEntity, row);
      afterCommit(() => announced.push('committed'));
      expect(announced).toEqual([]);
    });
    expect(announced).toEqual(['committed']);
    expect(await exists(row)).toBe(true);
  });

  test('many that count one row up at once all count', async () => {
    const position = async () =>
      (await database.reader.getRepository(OperationsFeedEntity).findOneByOrFail({ id: 1 })).lastPosition;
    const before = await position();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        database.transaction(async ({ manager, canLockRows }) => {
          const query = manager.createQueryBuilder(OperationsFeedEntity, 'f').where('f.id = 1');
          if (canLockRows) query.setLock('pessimistic_write');
          const { lastPosition } = await query.getOneOrFail();
          await manager.update(OperationsFeedEntity, { id: 1 }, { lastPosition: lastPosition + 1 });
        }),
      ),
    );
    expect(await position()).toBe(before + 50);
  });

  test('two that wait for each other are both done in the end', async () => {
    const [one, two] = [aKey(), aKey()];
    await database.transaction(async ({ manager }) => {
      await manager.insert(IdempotencyKeyEntity, one);
      await manager.insert(IdempotencyKeyEntity, two);
    });
    const countUp = (first: { accountId: string }, second: { accountId: string }) =>
      database.transaction(async ({ manager }) => {
        await manager.increment(IdempotencyKeyEntity, { accountId: first.accountId }, 'changeSequence', 1);
        await pause(30);
        await manager.increment(IdempotencyKeyEntity, { accountId: second.accountId }, 'changeSequence', 1);
      });
    await Promise.all([countUp(one, two), countUp(two, one)]);
    const rows = database.reader.getRepository(IdempotencyKeyEntity);
    for (const { accountId } of [one, two]) {
      expect(await rows.findOneByOrFail({ accountId })).toMatchObject({ changeSequence: 3 });
    }
  });
});

/** What another process does: one short transaction after the other, until it is told to stop. */
const ANOTHER_WRITER = `
  import Libsql from 'libsql';
  const database = new Libsql(process.argv[1], { timeout: 5000 });
  process.stdin.once('data', () => process.exit());
  for (;;) {
    database.exec('BEGIN IMMEDIATE; UPDATE operations_feed SET lastPosition = lastPosition; COMMIT');
    process.stdout.write('.');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
`;

test('on SQLite, another process that writes to the same file makes none fail', async () => {
  const [, create] = databases.find(([name]) => name === 'SQLite') ?? [];
  if (!create) throw new Error('there is always SQLite');
  const fresh = await create();
  const database = await openDatabase(fresh.url);
  const file = fresh.url.slice('sqlite:'.length);
  const another = spawn(process.execPath, ['--input-type=module', '-e', ANOTHER_WRITER, file], { stdio: 'pipe' });
  try {
    await once(another.stdout, 'data');
    const rows = Array.from({ length: 50 }, aKey);
    let runs = 0;
    await Promise.all(
      rows.map((row) =>
        database.transaction(async ({ manager }) => {
          runs += 1;
          // Who has read first may be too late to write.
          await manager.countBy(IdempotencyKeyEntity, { accountId: row.accountId });
          await pause(3);
          await manager.insert(IdempotencyKeyEntity, row);
        }),
      ),
    );
    expect(await database.reader.getRepository(IdempotencyKeyEntity).count()).toBe(50);
    expect(runs).toBe(50);
    expect(another.exitCode).toBeNull();
  } finally {
    another.kill();
    await database.close();
    await fresh.drop();
  }
});
