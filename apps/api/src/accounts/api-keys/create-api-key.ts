import { LIMITS, textProblem, type Violation, violationsOf, wholeNumberProblem } from '@oops/item-status';
import { newId } from '../../ids.js';
import type { Services } from '../../services.js';
import { lockAccount } from '../account-lock.js';
import { Scope } from '../scope.js';
import { hashOf } from '../token.js';
import type { Viewer } from '../viewer.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { ApiKeyRow } from './api-keys.js';
import { newSecret, shownPartOf } from './secret.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The most keys that an account has at a time, expired ones among them as long as they are listed. */
export const MAX_API_KEYS = 20;

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresInDays?: number | null;
}

export type CreateApiKeyRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'TOO_MANY' };

/** Makes a key for the viewer's account. Its secret is handed out here and never again: only the hash is kept. */
export async function createApiKey(
  { database, now }: Services,
  viewer: Viewer,
  input: NewApiKey,
): Promise<{ apiKey: ApiKeyRow; secret: string } | CreateApiKeyRefusal> {
  const violations = newApiKeyViolations(input);
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  return database.transaction(async (transaction) => {
    await lockAccount(transaction, viewer.id);
    const count = await transaction.manager.countBy(ApiKeyEntity, { accountId: viewer.id });
    if (count >= MAX_API_KEYS) return { refused: 'TOO_MANY' };

    const secret = newSecret();
    const createdAt = now();
    const apiKey: ApiKeyRow = {
      id: newId('key'),
      name: input.name.trim(),
      prefix: shownPartOf(secret),
      scopes: Object.values(Scope).filter((scope) => input.scopes.includes(scope)),
      createdAt,
      expiresAt: input.expiresInDays == null ? null : new Date(createdAt.getTime() + input.expiresInDays * DAY_MS),
      lastUsedAt: null,
    };
    const row = { ...apiKey, accountId: viewer.id, keyHash: hashOf(secret), scopes: apiKey.scopes.join(' ') };
    await transaction.manager.insert(ApiKeyEntity, row);
    return { apiKey, secret };
  });
}

function newApiKeyViolations({ name, scopes, expiresInDays }: NewApiKey): Violation[] {
  return violationsOf({
    name: textProblem(name.trim(), { required: true, ...LIMITS.apiKeyName }),
    scopes: scopes.length === 0 ? ({ code: 'REQUIRED' } as const) : undefined,
    expiresInDays: expiresInDays == null ? undefined : wholeNumberProblem(expiresInDays, LIMITS.apiKeyDays),
  });
}
