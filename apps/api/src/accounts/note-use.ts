import type { EntityManager } from 'typeorm';
import type { Services } from '../services.js';

/** How long the noted time of last use may lag behind, in milliseconds. */
const NOTED_EVERY_MS = 60_000;

const beingNoted = new Set<string>();

/**
 * Notes that a credential was used, at most once a minute. Nobody waits for it, and nothing depends on it.
 * @param write writes it down unless another server has, after `due`
 */
export function noteUse(
  { database, now }: Services,
  id: string,
  lastUsedAt: Date | null,
  write: (manager: EntityManager, at: Date, due: Date) => Promise<unknown>,
): void {
  const at = now();
  const due = new Date(at.getTime() - NOTED_EVERY_MS);
  if ((lastUsedAt !== null && lastUsedAt > due) || beingNoted.has(id)) return;
  beingNoted.add(id);
  void database
    .transaction(async ({ manager }) => {
      await write(manager, at, due);
    })
    .catch(() => {})
    .finally(() => beingNoted.delete(id));
}
