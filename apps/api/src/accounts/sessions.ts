import { createHash, randomBytes } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import { numberOperationsFeed } from '../changes/number-operations-feed.js';
import { inBatches } from '../database/raw.js';
import type { Services } from '../services.js';
import type { FindMissed } from '../signals/poll.js';
import { Role } from './role.js';
import { SessionEntity } from './session.entity.js';
import type { Viewer } from './viewer.js';

/** How long a session lasts, in milliseconds. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

const SESSION_END = 'session-end:';

/** Begins a session and returns its token, which is handed to the browser and kept nowhere here. */
export async function beginSession({ database, now }: Services, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + SESSION_LIFETIME_MS);
  await database.transaction(({ manager }) =>
    manager.insert(SessionEntity, { tokenHash: hashOf(token), accountId, createdAt, expiresAt }),
  );
  return token;
}

/** Ends the session of a token, if there is one, and whatever is still open for it. */
export async function endSession({ database, signals }: Services, token: string): Promise<void> {
  await database.transaction(({ manager }) => manager.delete(SessionEntity, { tokenHash: hashOf(token) }));
  signals.send(endOf(token));
}

/** Calls `listener` when the session of a token has ended, by somebody or by itself. Returns how to stop. */
export function onSessionEnd({ signals }: Services, token: string, listener: () => void): () => void {
  return signals.on(endOf(token), listener);
}

/** Finds the sessions that somebody listens for and that have ended: by their own lifetime, or by a word that was lost. */
export function findMissedSessionEnds({ database, now }: Services): FindMissed {
  return async (topics) => {
    const awaited = topics.filter((topic) => topic.startsWith(SESSION_END));
    const hashes = awaited.map((topic) => topic.slice(SESSION_END.length));
    const alive = await inBatches(hashes, (batch) =>
      database.reader
        .createQueryBuilder(SessionEntity, 's')
        .select('s.tokenHash', 'tokenHash')
        .where('s.tokenHash IN (:...batch) AND s.expiresAt > :now', { batch, now: now() })
        .getRawMany<{ tokenHash: string }>(),
    );
    const topicsAlive = new Set(alive.map(({ tokenHash }) => `${SESSION_END}${tokenHash}`));
    return awaited.filter((topic) => !topicsAlive.has(topic));
  };
}

/** Deletes the sessions that have ended by themselves. */
export async function deleteEndedSessions({ database, now }: Services): Promise<void> {
  await database.transaction(({ manager }) => manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now()) }));
}

/** Who holds this token, or null if it is of no session, or of one that has ended. */
export async function viewerOf({ database, now }: Services, token: string | undefined): Promise<Viewer | null> {
  if (!token) return null;
  const row = await database.reader
    .createQueryBuilder(SessionEntity, 's')
    .innerJoin('s.account', 'a')
    .select('a.id', 'id')
    .addSelect('a.name', 'name')
    .addSelect('a.email', 'email')
    .addSelect('a.role', 'role')
    .addSelect('a.changeCount', 'changeCount')
    .where('s.tokenHash = :tokenHash AND s.expiresAt > :now', { tokenHash: hashOf(token), now: now() })
    .getRawOne<Omit<Viewer, 'operationsPosition'>>();
  if (!row) return null;
  // Numbered before anything else of the request is read, so that what is read is at least as new.
  return { ...row, operationsPosition: row.role === Role.OPERATOR ? await numberOperationsFeed(database) : 0 };
}

/** The topic of a session's end; it names the hash, because the token itself stays with its browser. */
function endOf(token: string): string {
  return `${SESSION_END}${hashOf(token)}`;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
