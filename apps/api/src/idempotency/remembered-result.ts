import { hash } from 'node:crypto';
import { LessThan } from 'typeorm';
import { type RecordedChange, recordedChange } from '../changes/append-change.js';
import type { Transaction } from '../database/database.js';
import { insertRow } from '../database/lean-writes.js';
import type { Services } from '../services.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import type { RememberedRefusal } from './remembered-refusal.js';

/** How long a key is remembered. */
const LIFETIME_MS = 24 * 60 * 60 * 1000;

/** One call of a mutation, as far as repeating it goes. */
export interface Attempt {
  readonly accountId: string;
  readonly mutation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly now: Date;
}

/** What a call came to. */
export type Result = { readonly change: RecordedChange } | { readonly refusal: RememberedRefusal };

/** What an earlier call with the same key came to, or nothing if its input was another. */
type Remembered = Result | 'OTHER_INPUT';

/** Looks up what an earlier call with the same key came to. Runs under the lock that the mutation itself takes. */
export async function recallResult(transaction: Transaction, attempt: Attempt): Promise<Remembered | undefined> {
  const id = keyOf(attempt);
  if (!id) return undefined;
  const { manager } = transaction;
  const found = await manager.findOneBy(IdempotencyKeyEntity, id);
  if (!found) return undefined;
  if (found.createdAt.getTime() < attempt.now.getTime() - LIFETIME_MS) {
    await manager.delete(IdempotencyKeyEntity, id);
    return undefined;
  }
  if (found.inputHash !== inputHashOf(attempt)) return 'OTHER_INPUT';
  if (found.refusal) return { refusal: found.refusal };
  return { change: await recordedChange(transaction, found.changeAccountId, found.changeSequence) };
}

/**
 * Remembers what this call came to: what it changed, or why it changed nothing where that depends on how things stood.
 * A call that got here at the same moment fails on the primary key and tries again.
 */
export async function rememberResult({ manager }: Transaction, attempt: Attempt, result: Result): Promise<void> {
  const id = keyOf(attempt);
  if (!id) return;
  const outcome =
    'change' in result
      ? { changeAccountId: result.change.accountId, changeSequence: result.change.sequence }
      : { changeAccountId: attempt.accountId, changeSequence: 0, refusal: result.refusal };
  await insertRow(manager, IdempotencyKeyEntity, {
    ...id,
    ...outcome,
    inputHash: inputHashOf(attempt),
    createdAt: attempt.now,
  });
}

/** Forgets the keys that have outlived their time. */
export async function forgetOldKeys({ database, now }: Services): Promise<void> {
  const createdAt = LessThan(new Date(now().getTime() - LIFETIME_MS));
  await database.transaction(({ manager }) => manager.delete(IdempotencyKeyEntity, { createdAt }));
}

function keyOf({ accountId, input }: Attempt): { accountId: string; keyHash: string } | undefined {
  return input.idempotencyKey == null ? undefined : { accountId, keyHash: sha256(input.idempotencyKey) };
}

function inputHashOf({ mutation, input }: Attempt): string {
  return sha256(JSON.stringify([mutation, inOneOrder(input)]));
}

/** The same for the same input, in whatever order its fields came, and whether what is null was sent or left out. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (value === null || typeof value !== 'object') return value;
  const fields = value as Record<string, unknown>;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(fields).sort()) if (fields[name] != null) ordered[name] = inOneOrder(fields[name]);
  return ordered;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
