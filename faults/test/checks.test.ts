import { setTimeout as pause } from 'node:timers/promises';
import { faultsOf } from '../testkit/follower.js';
import { Inspection } from '../testkit/inspection.js';
import { Load } from '../testkit/load.js';
import { Random } from '../testkit/random.js';
import { openSql } from '../testkit/sql.js';
import { Stage } from '../testkit/stage.js';

// All other tests are green where these checks find nothing: so here something is to be found.

test.each([
  ['nothing where all is there', [1, 2, 3], { missing: 0, repeated: 0, disordered: 0 }],
  ['a gap', [1, 3], { missing: 1, repeated: 0, disordered: 0 }],
  ['what lacks at the end', [1, 2], { missing: 1, repeated: 0, disordered: 0 }],
  ['a repeat', [1, 2, 2, 3], { missing: 0, repeated: 1, disordered: 0 }],
  ['a repeat later on', [1, 2, 3, 1], { missing: 0, repeated: 1, disordered: 0 }],
  ['a wrong order', [1, 3, 2], { missing: 0, repeated: 0, disordered: 1 }],
  ['what was never sent', [1, 2, 3, 4], { missing: 0, repeated: 0, disordered: 1 }],
])('of what a follower has one sees %s', (_name, got, faults) => {
  expect(faultsOf(got, [1, 2, 3])).toEqual(faults);
});

describe('an inspection finds', () => {
  let stage: Stage;
  let inspection: Inspection;
  let load: Load;

  beforeAll(async () => {
    stage = await Stage.open({ on: 'SQLite', servers: 1 });
    load = new Load({ buyers: stage.buyers, operator: stage.operator, random: new Random('checks') });
    inspection = await Inspection.begin(stage, load.ledger);
    load.start(4, 3);
    await pause(1_000);
    await load.stopped();
  });

  afterAll(() => stage?.end());

  /** Changes the database behind the server's back, and hands back what was changed. */
  const tamper = async (statement: string) => {
    const sql = await openSql(stage.databaseUrl);
    const changed = await sql.all(`${statement} RETURNING *`);
    await sql.close();
    expect(changed.length).toBeGreaterThan(0);
  };

  test('nothing where all is well', async () => {
    expect(load.ledger.acknowledged.length).toBeGreaterThan(20);
    await inspection.look();
    await inspection.lookAtAll();
  });

  const A_CHANGED_ITEM = '(SELECT MIN(id) FROM item WHERE revision > 1)';
  const A_KEY = '(SELECT MIN(keyHash) FROM idempotency_key)';

  test.each([
    [
      'an item that is not as its last change left it',
      `UPDATE item SET productName = productName || '!' WHERE id = ${A_CHANGED_ITEM}`,
      `UPDATE item SET productName = substr(productName, 1, length(productName) - 1) WHERE id = ${A_CHANGED_ITEM}`,
      /where its last change left/,
    ],
    [
      'an item at a revision that nobody made',
      `UPDATE item SET revision = revision + 1 WHERE id = ${A_CHANGED_ITEM}`,
      `UPDATE item SET revision = revision - 1 WHERE id = ${A_CHANGED_ITEM}`,
      /revisions, and the log tells/,
    ],
    [
      'an order that is closed without a change',
      "UPDATE purchase_order SET state = 'closed' WHERE state = 'OPEN'",
      "UPDATE purchase_order SET state = 'OPEN' WHERE state = 'closed'",
      /is closed, not OPEN/,
    ],
    [
      'a key that stands for another change',
      `UPDATE idempotency_key SET changeSequence = changeSequence - 1 WHERE keyHash = ${A_KEY}`,
      `UPDATE idempotency_key SET changeSequence = changeSequence + 1 WHERE keyHash = ${A_KEY}`,
      /was made with a key, which is not there/,
    ],
    [
      'a change of another item than was asked for',
      "UPDATE `change` SET itemId = itemId || 'x' WHERE itemId IS NOT NULL",
      'UPDATE `change` SET itemId = substr(itemId, 1, length(itemId) - 1) WHERE itemId IS NOT NULL',
      /is in the log for another/,
    ],
    [
      'a number that the account does not count to',
      'UPDATE account SET changeCount = changeCount + 1',
      'UPDATE account SET changeCount = changeCount - 1',
      /counts \d+ changes and has/,
    ],
  ])('%s', async (_name, statement, repair, complaint) => {
    await tamper(statement);
    try {
      await expect(inspection.lookAtAll()).rejects.toThrow(complaint);
    } finally {
      await tamper(repair);
    }
    await inspection.lookAtAll();
  });

  test('a change that is gone, and what was acknowledged and is lost', async () => {
    await tamper('DELETE FROM `change` WHERE rowid = (SELECT MAX(rowid) FROM `change`)');
    await expect(inspection.look()).rejects.toThrow(/the tables hold \d+ changes, and the log tells/);
    await tamper('DELETE FROM idempotency_key WHERE rowid = (SELECT MAX(rowid) FROM idempotency_key)');
    await expect(inspection.lookAtAll()).rejects.toThrow(/was acknowledged and is lost/);
  });
});
