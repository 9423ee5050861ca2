import { randomBytes } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import { inBatches } from '../database/raw.js';
import type { Services } from '../services.js';
import { announceCredentialEnd } from './credential-end.js';
import { SessionEntity } from './session.entity.js';
import { hashOf } from './token.js';
import type { Viewer } from './viewer.js';
import { readHolder } from './viewer.reader.js';

/** How long a session lasts, in milliseconds. */
export const SESSION_LIFETIME_MS = 30 * 24 * 60 * 60 * 1000;

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
  const tokenHash = hashOf(token);
  await database.transaction(({ manager }) => manager.delete(SessionEntity, { tokenHash }));
  announceCredentialEnd(signals, 'session', tokenHash);
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

/** Who holds this token, or null if it is of no session, or of one that has ended. */
export async function viewerOf({ database, now }: Services, token: string | undefined): Promise<Viewer | null> {
  if (!token) return null;
  const query = database.reader
    .createQueryBuilder(SessionEntity, 's')
    .innerJoin('s.account', 'a')
    .select([])
    .where('s.tokenHash = :tokenHash AND s.expiresAt > :now', { tokenHash: hashOf(token), now: now() });
  return (await readHolder(database, query))?.viewer ?? null;
}
