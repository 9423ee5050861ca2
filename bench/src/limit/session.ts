import { createHash } from 'node:crypto';
import type { Ask } from './sql.js';

const SESSION = `
  SELECT a.id, a.name, a.email, a.role, a.changeCount, s.id AS sessionId, s.createdAt, s.lastUsedAt
  FROM session s JOIN account a ON a.id = s.accountId
  WHERE s.tokenHash = ? AND s.expiresAt > ?`;

const COOKIE = /(?:^|; )oops_session=([^;]+)/;

/** The id of the account whose session a request comes with. */
export async function viewerOf(ask: Ask, cookie: string | undefined): Promise<string | undefined> {
  const token = COOKIE.exec(cookie ?? '')?.[1];
  if (!token) return undefined;
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const now = new Date().toISOString().slice(0, 23).replace('T', ' ');
  const [row] = await ask<{ readonly id: string }>(SESSION, [tokenHash, now]);
  return row?.id;
}
