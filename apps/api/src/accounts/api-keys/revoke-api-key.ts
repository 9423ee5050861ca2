import type { Transaction } from '../../database/database.js';
import { isId } from '../../ids.js';
import type { Services } from '../../services.js';
import { announceCredentialEnd } from '../credential-end.js';
import type { Viewer } from '../viewer.js';
import { ApiKeyEntity } from './api-key.entity.js';

/** Revokes a key of the viewer's own account, and closes what is open with it. Keys of others do not exist for anybody. */
export async function revokeApiKey(
  { database, signals }: Services,
  { id: accountId }: Viewer,
  id: string,
): Promise<{ id: string } | { readonly refused: 'NOT_FOUND' }> {
  if (!isId('key', id)) return { refused: 'NOT_FOUND' };
  return database.transaction(async ({ manager, afterCommit }) => {
    const key = await manager.findOneBy(ApiKeyEntity, { id, accountId });
    const { affected } = await manager.delete(ApiKeyEntity, { id, accountId });
    if (!key || affected === 0) return { refused: 'NOT_FOUND' };
    afterCommit(() => announceCredentialEnd(signals, 'api-key', key.keyHash));
    return { id };
  });
}

/** Revokes all keys of an account within a transaction, likewise. */
export async function revokeApiKeys(
  { signals }: Services,
  { manager, afterCommit }: Transaction,
  accountId: string,
): Promise<void> {
  const keys = await manager.findBy(ApiKeyEntity, { accountId });
  await manager.delete(ApiKeyEntity, { accountId });
  for (const { keyHash } of keys) afterCommit(() => announceCredentialEnd(signals, 'api-key', keyHash));
}
