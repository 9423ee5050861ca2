import { setTimeout as wait } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal cuts it short, which is no failure. Keeps no process alive. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => {});
}
