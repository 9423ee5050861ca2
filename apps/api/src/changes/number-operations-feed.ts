import type { Database, Transaction } from '../database/database.js';
import { updateRows } from '../database/lean-writes.js';
import { PreparedRead } from '../database/prepared-read.js';
import { ChangeEntity } from './change.entity.js';
import { OperationsFeedEntity } from './operations-feed.entity.js';

/** How many changes are numbered in one transaction. */
const BATCH = 200;

/** Where the feed ends, and whether anything has still to be numbered. */
const END = new PreparedRead<object>((source) => {
  const waiting = source.createQueryBuilder(ChangeEntity, 'c').select('1').where('c.operationsPosition IS NULL');
  return source
    .createQueryBuilder(OperationsFeedEntity, 'f')
    .select('f.lastPosition', 'lastPosition')
    .addSelect(`EXISTS (${waiting.getQuery()})`, 'isWaiting')
    .where('f.id = 1');
});

const LAST_POSITION = new PreparedRead<object, { locks: boolean }>((source, { locks }) => {
  const query = source
    .createQueryBuilder(OperationsFeedEntity, 'f')
    .select('f.lastPosition', 'lastPosition')
    .where('f.id = 1');
  return locks ? query.setLock('pessimistic_write') : query;
});

/** Within an account the sequence decides, whatever the clocks of several servers say. */
const WAITING = new PreparedRead<object>((source) =>
  source
    .createQueryBuilder(ChangeEntity, 'c')
    .select('c.accountId', 'accountId')
    .addSelect('c.sequence', 'sequence')
    .where('c.operationsPosition IS NULL')
    .orderBy('c.accountId')
    .addOrderBy('c.sequence')
    .limit(BATCH),
);

const POSITION = new PreparedRead<{ accountId: string; sequence: number }>((source) =>
  source
    .createQueryBuilder(ChangeEntity, 'c')
    .select('c.operationsPosition', 'operationsPosition')
    .where('c.accountId = :accountId AND c.sequence = :sequence'),
);

/** What names a change. */
type Key = Pick<ChangeEntity, 'accountId' | 'sequence'>;

/** What a numbering came to. */
interface Numbering {
  readonly lastPosition: number;
  /** The positions that it gave, by the names of their changes. */
  readonly given: ReadonlyMap<string, number>;
}

/** For each database the numbering that is under way, and the one that begins after it. */
const underWay = new WeakMap<Database, { readonly running: Promise<Numbering>; next?: Promise<Numbering> }>();

/**
 * Gives the changes of all accounts that have none yet their position in the operators' feed, and returns the last.
 *
 * Accounts count their changes each under its own lock, so that buyers do not wait for each other; one lock over all of
 * them would make them. So the common order is laid down afterwards, when an operator reads or the poll looks: under the
 * lock of the feed's own row, for what has committed by then. A position once given never changes, and none comes in
 * before it.
 */
export async function numberOperationsFeed(database: Database): Promise<number> {
  return (await numberShared(database, look)).lastPosition;
}

/** The last position given out so far, whatever still waits for one. */
export async function lastNumbered({ reader }: Database): Promise<number> {
  const [feed] = await LAST_POSITION.rows(reader, {}, { locks: false });
  if (!feed) throw new Error('the feed of the operators is gone');
  return Number(feed.lastPosition);
}

/** The position of a change that had none when it was read, and that has committed. */
export async function positionInOperationsFeed(database: Database, change: Key): Promise<number> {
  const { given } = await numberShared(database, numberWaiting);
  const position = given.get(nameOf(change));
  if (position !== undefined) return position;
  // Another server has numbered it, or a numbering for somebody else just before.
  const { accountId, sequence } = change;
  const [row] = await POSITION.rows(database.reader, { accountId, sequence });
  if (!row) throw new Error(`change ${sequence} of ${accountId} is gone`);
  return Number(row.operationsPosition);
}

/** Only a numbering that has not begun yet is sure to number all that has committed by now; many share it. */
function numberShared(database: Database, number: (database: Database) => Promise<Numbering>): Promise<Numbering> {
  const others = underWay.get(database);
  if (others) {
    const begin = () => numberShared(database, number);
    others.next ??= others.running.then(begin, begin);
    return others.next;
  }
  const running = number(database).finally(() => underWay.delete(database));
  underWay.set(database, { running });
  return running;
}

/** Takes no lock where there is nothing to number. */
async function look(database: Database): Promise<Numbering> {
  const [end] = await END.rows(database.reader, {});
  if (!end) throw new Error('the feed of the operators is gone');
  if (Number(end.isWaiting)) return numberWaiting(database);
  return { lastPosition: Number(end.lastPosition), given: new Map() };
}

async function numberWaiting(database: Database): Promise<Numbering> {
  const given = new Map<string, number>();
  for (;;) {
    const batch = await database.transaction(numberBatch);
    for (const [name, position] of batch.given) given.set(name, position);
    if (batch.given.size < BATCH) return { lastPosition: batch.lastPosition, given };
  }
}

async function numberBatch({ manager, canLockRows: locks }: Transaction): Promise<Numbering> {
  const [feed] = await LAST_POSITION.rows(manager, {}, { locks });
  if (!feed) throw new Error('the feed of the operators is gone');
  let lastPosition = Number(feed.lastPosition);
  const given = new Map<string, number>();
  for (const change of (await WAITING.rows(manager, {})) as unknown as Key[]) {
    const { accountId, sequence } = change;
    lastPosition += 1;
    await updateRows(manager, ChangeEntity, { accountId, sequence }, { operationsPosition: lastPosition });
    given.set(nameOf(change), lastPosition);
  }
  if (given.size > 0) await updateRows(manager, OperationsFeedEntity, { id: 1 }, { lastPosition });
  return { lastPosition, given };
}

function nameOf({ accountId, sequence }: Key): string {
  return `${accountId}:${sequence}`;
}
