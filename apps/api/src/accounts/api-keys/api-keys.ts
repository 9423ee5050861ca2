import { IsNull, LessThanOrEqual } from 'typeorm';
import { inBatches, selectColumns, toTime, toTimeOrNull } from '../../database/raw.js';
import type { Services } from '../../services.js';
import type { Caller } from '../caller.js';
import { noteUse } from '../note-use.js';
import type { Scope } from '../scope.js';
import { hashOf } from '../token.js';
import { holderRead, readHolder } from '../viewer.reader.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { isSecret } from './secret.js';

/** A key as its owner sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** How long a key that has expired stays in the list, in milliseconds, so that its owner sees why it stopped working. */
export const EXPIRED_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

interface KeyUse {
  readonly keyId: string;
  readonly scopes: string;
  readonly expiresAt: unknown;
  readonly lastUsedAt: unknown;
}

const HOLDER_OF_KEY = holderRead<KeyUse>((source) =>
  source
    .createQueryBuilder(ApiKeyEntity, 'k')
    .innerJoin('k.account', 'a')
    .select('k.keyHash', 'hash')
    .addSelect('k.id', 'keyId')
    .addSelect('k.scopes', 'scopes')
    .addSelect('k.expiresAt', 'expiresAt')
    .addSelect('k.lastUsedAt', 'lastUsedAt')
    .where('k.keyHash IN (:...hashes)'),
);

/** The account behind a key and what the key may be used for; nobody if there is no such key, or not any more. */
export async function apiKeyCaller(services: Services, secret: string): Promise<Caller> {
  const nobody = { viewer: null, scopes: [] };
  if (!isSecret(secret)) return nobody;
  const isAlive = ({ expiresAt }: KeyUse) => expiresAt === null || toTime(expiresAt) > services.now();
  const holder = await readHolder(services.database, HOLDER_OF_KEY, hashOf(secret), isAlive);
  if (!holder) return nobody;
  const { keyId, scopes, lastUsedAt } = holder.row;
  // Of several servers that come to it at once one writes.
  noteUse(services, keyId, toTimeOrNull(lastUsedAt), (manager, at, due) =>
    manager.update(
      ApiKeyEntity,
      [
        { id: keyId, lastUsedAt: IsNull() },
        { id: keyId, lastUsedAt: LessThanOrEqual(due) },
      ],
      { lastUsedAt: at },
    ),
  );
  return { viewer: holder.viewer, scopes: toScopes(scopes) };
}

/** Which of these hashes are of keys that are neither revoked nor expired. */
export async function livingApiKeys({ database, now }: Services, hashes: readonly string[]): Promise<string[]> {
  const rows = await inBatches(hashes, (batch) =>
    database.reader
      .createQueryBuilder(ApiKeyEntity, 'k')
      .select('k.keyHash', 'keyHash')
      .where('k.keyHash IN (:...batch) AND (k.expiresAt IS NULL OR k.expiresAt > :now)', { batch, now: now() })
      .getRawMany<{ keyHash: string }>(),
  );
  return rows.map(({ keyHash }) => keyHash);
}

/** The keys of an account, newest first. Those that have expired are among them for another 30 days. */
export async function apiKeysOf({ database }: Services, accountId: string): Promise<ApiKeyRow[]> {
  const query = database.reader.createQueryBuilder(ApiKeyEntity, 'k').select([]);
  const rows = await selectColumns(query, 'k', [
    'id',
    'name',
    'prefix',
    'scopes',
    'createdAt',
    'expiresAt',
    'lastUsedAt',
  ])
    .where('k.accountId = :accountId', { accountId })
    .orderBy('k.id', 'DESC')
    .getRawMany<Record<'id' | 'name' | 'prefix' | 'scopes', string> & Record<string, unknown>>();
  return rows.map(({ id, name, prefix, scopes, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    prefix,
    scopes: toScopes(scopes),
    createdAt: toTime(createdAt),
    expiresAt: toTimeOrNull(expiresAt),
    lastUsedAt: toTimeOrNull(lastUsedAt),
  }));
}

/** Deletes the keys that expired 30 days ago. */
export async function deleteExpiredApiKeys({ database, now }: Services): Promise<void> {
  const expiresAt = LessThanOrEqual(new Date(now().getTime() - EXPIRED_KEPT_MS));
  await database.transaction(({ manager }) => manager.delete(ApiKeyEntity, { expiresAt }));
}

function toScopes(text: string): Scope[] {
  return text.split(' ') as Scope[];
}
