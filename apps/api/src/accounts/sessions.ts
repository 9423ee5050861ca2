import { LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../database/database.js';
import { inBatches, selectColumns, toTime } from '../database/raw.js';
import { newId } from '../ids.js';
import type { Services } from '../services.js';
import { announceCredentialEnd } from './credential-end.js';
import { noteUse } from './note-use.js';
import { SessionEntity } from './session.entity.js';
import { hashOf, newToken } from './token.js';
import type { Viewer } from './viewer.js';
import { holderRead, readHolder } from './viewer.reader.js';
import { UNKNOWN_VISIT, type Visit } from './visit.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a session lasts that is not used, in milliseconds. */
export const SESSION_IDLE_MS = 30 * DAY_MS;

/** How long a session lasts at most, however much it is used, in milliseconds. */
export const SESSION_LIFETIME_MS = 365 * DAY_MS;

/** The most sessions that an account has at a time; one more ends those used longest ago. */
export const MAX_SESSIONS = 100;

/** A session as its owner sees it. */
export interface SessionRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** Begins a session and returns its token, which is handed to the browser and kept nowhere here. */
export async function beginSession(
  services: Services,
  accountId: string,
  visit: Visit = UNKNOWN_VISIT,
): Promise<string> {
  return services.database.transaction((transaction) => addSession(services, transaction, accountId, visit));
}

/** The same within a transaction. */
export async function addSession(
  services: Services,
  transaction: Transaction,
  accountId: string,
  { userAgent, address }: Visit,
): Promise<string> {
  const token = newToken();
  const createdAt = services.now();
  await transaction.manager.insert(SessionEntity, {
    id: newId('ses'),
    tokenHash: hashOf(token),
    accountId,
    // By code points, so that none is cut in two.
    userAgent: [...userAgent].slice(0, 300).join(''),
    address: address.slice(0, 45),
    createdAt,
    lastUsedAt: createdAt,
    expiresAt: expiryOf(createdAt, createdAt),
  });
  const old = await transaction.manager.find(SessionEntity, {
    select: { id: true, tokenHash: true },
    where: { accountId },
    order: { lastUsedAt: 'DESC', id: 'DESC' },
    skip: MAX_SESSIONS,
    take: MAX_SESSIONS,
  });
  for (const session of old) await deleteSession(services, transaction, session);
  return token;
}

/** Ends the session of a token, if there is one, and whatever is still open for it. */
export async function endSession(services: Services, token: string): Promise<void> {
  await services.database.transaction((transaction) => endSessionOf(services, transaction, token));
}

/** The same within a transaction. */
export async function endSessionOf(services: Services, transaction: Transaction, token: string): Promise<void> {
  const tokenHash = hashOf(token);
  await transaction.manager.delete(SessionEntity, { tokenHash });
  // Also for one that had ended: something may be open for it still.
  transaction.afterCommit(() => announceCredentialEnd(services.signals, 'session', tokenHash));
}

/** Ends the sessions of an account, all of them or all but that of a token. */
export async function endSessions(
  services: Services,
  transaction: Transaction,
  accountId: string,
  butOf?: string,
): Promise<void> {
  const kept = butOf === undefined ? undefined : hashOf(butOf);
  const sessions = await transaction.manager.findBy(SessionEntity, { accountId });
  for (const session of sessions) {
    if (session.tokenHash !== kept) await deleteSession(services, transaction, session);
  }
}

/** Ends a session of the viewer's own. Those of others do not exist for anybody. */
export async function endSessionById(
  services: Services,
  { id: accountId }: Viewer,
  id: string,
): Promise<{ id: string } | { readonly refused: 'NOT_FOUND' }> {
  return services.database.transaction(async (transaction) => {
    const session = await transaction.manager.findOneBy(SessionEntity, { id, accountId });
    if (!session) return { refused: 'NOT_FOUND' };
    await deleteSession(services, transaction, session);
    return { id };
  });
}

/** The sessions of an account that have not ended, those used last first. */
export async function sessionsOf({ database, now }: Services, accountId: string): Promise<SessionRow[]> {
  const query = database.reader.createQueryBuilder(SessionEntity, 's').select([]);
  const columns = ['id', 'tokenHash', 'userAgent', 'address', 'createdAt', 'lastUsedAt', 'expiresAt'];
  const rows = await selectColumns(query, 's', columns)
    .where('s.accountId = :accountId AND s.expiresAt > :now', { accountId, now: now() })
    .orderBy('s.lastUsedAt', 'DESC')
    .addOrderBy('s.id', 'DESC')
    .getRawMany<Record<'id' | 'tokenHash' | 'userAgent' | 'address', string> & Record<string, unknown>>();
  return rows.map(({ id, tokenHash, userAgent, address, createdAt, lastUsedAt, expiresAt }) => ({
    ...{ id, tokenHash, userAgent, address },
    createdAt: toTime(createdAt),
    lastUsedAt: toTime(lastUsedAt),
    expiresAt: toTime(expiresAt),
  }));
}

/** Which of these hashes are of sessions that have not ended. */
export async function livingSessions({ database, now }: Services, hashes: readonly string[]): Promise<string[]> {
  const rows = await inBatches(hashes, (batch) =>
    database.reader
      .createQueryBuilder(SessionEntity, 's')
      .select('s.tokenHash', 'tokenHash')
      .where('s.tokenHash IN (:...batch) AND s.expiresAt > :now', { batch, now: now() })
      .getRawMany<{ tokenHash: string }>(),
  );
  return rows.map(({ tokenHash }) => tokenHash);
}

/** Deletes the sessions that have ended by themselves. */
export async function deleteEndedSessions({ database, now }: Services): Promise<void> {
  await database.transaction(({ manager }) => manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now()) }));
}

interface SessionUse {
  readonly sessionId: string;
  readonly begunAt: unknown;
  readonly lastUsedAt: unknown;
  readonly expiresAt: unknown;
}

const HOLDER_OF_SESSION = holderRead<SessionUse>((source) =>
  source
    .createQueryBuilder(SessionEntity, 's')
    .innerJoin('s.account', 'a')
    .select('s.tokenHash', 'hash')
    .addSelect('s.id', 'sessionId')
    .addSelect('s.createdAt', 'begunAt')
    .addSelect('s.lastUsedAt', 'lastUsedAt')
    .addSelect('s.expiresAt', 'expiresAt')
    .where('s.tokenHash IN (:...hashes)'),
);

/** Who holds this token, or null if it is of no session, or of one that has ended. Being used, the session lasts on. */
export async function viewerOf(services: Services, token: string | undefined): Promise<Viewer | null> {
  if (!token) return null;
  const isAlive = ({ expiresAt }: SessionUse) => toTime(expiresAt) > services.now();
  const holder = await readHolder(services.database, HOLDER_OF_SESSION, hashOf(token), isAlive);
  if (!holder) return null;
  const { sessionId: id, begunAt, lastUsedAt } = holder.row;
  noteUse(services, id, toTime(lastUsedAt), (manager, at, due) =>
    manager.update(
      SessionEntity,
      { id, lastUsedAt: LessThanOrEqual(due) },
      { lastUsedAt: at, expiresAt: expiryOf(toTime(begunAt), at) },
    ),
  );
  return holder.viewer;
}

function expiryOf(createdAt: Date, usedAt: Date): Date {
  return new Date(Math.min(usedAt.getTime() + SESSION_IDLE_MS, createdAt.getTime() + SESSION_LIFETIME_MS));
}

async function deleteSession(
  { signals }: Services,
  { manager, afterCommit }: Transaction,
  { id, tokenHash }: Pick<SessionEntity, 'id' | 'tokenHash'>,
): Promise<void> {
  await manager.delete(SessionEntity, { id });
  afterCommit(() => announceCredentialEnd(signals, 'session', tokenHash));
}
