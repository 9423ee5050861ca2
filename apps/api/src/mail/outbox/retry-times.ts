const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 60 * 60 * 1000;

/** How long a mail is tried for before it is given up, in milliseconds. */
const TRIED_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * When a mail is to be tried again, with growing delays; undefined if that would be too late.
 * @param attempts how many there were, from 1
 * @param random from 0 to 1, so that what failed together does not come back together
 */
export function retryAt(
  { createdAt, attempts }: { readonly createdAt: Date; readonly attempts: number },
  now: Date,
  random: number,
): Date | undefined {
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), MAX_DELAY_MS) * (0.75 + random / 2);
  const dueAt = new Date(now.getTime() + delay);
  return dueAt.getTime() - createdAt.getTime() <= TRIED_FOR_MS ? dueAt : undefined;
}
