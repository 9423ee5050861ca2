const FIRST_DELAY_MS = 10_000;
const MAX_DELAY_MS = 60 * 60 * 1000;

/** How long a mail is tried for before it is given up, in milliseconds. */
const TRIED_FOR_MS = 24 * 60 * 60 * 1000;

/** How often it is tried at least, however old it is: until the delays have grown to the longest. */
const FEWEST_ATTEMPTS = 9;

/**
 * When a mail is to be tried again, with growing delays; undefined if that would be too late. One that no worker came to
 * for days is not given up for the first trouble with it.
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
  const isTooLate = dueAt.getTime() - createdAt.getTime() > TRIED_FOR_MS && attempts >= FEWEST_ATTEMPTS;
  return isTooLate ? undefined : dueAt;
}
