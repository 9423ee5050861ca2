import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;

/** Within which everything must come back at all. How fast it does is a figure. */
export const COMES_BACK_WITHIN_MS = 60_000;

/** Tries until `attempt` no longer throws; after that time, its last failure is the failure. */
export async function eventually<T>(attempt: () => Promise<T> | T, withinMs = COMES_BACK_WITHIN_MS): Promise<T> {
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

/** Waits until something is so. */
export function until(isSo: () => boolean | Promise<boolean>, what: string, withinMs?: number): Promise<void> {
  return eventually(async () => {
    if (!(await isSo())) throw new Error(`it never came about that ${what}`);
  }, withinMs);
}
