import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 50;

/** Tries until `attempt` no longer throws; after that time, its last failure is the failure. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs = 45_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await pause(POLL_MS);
    }
  }
}
