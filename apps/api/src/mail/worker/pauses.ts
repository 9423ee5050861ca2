const LONGEST_PAUSE_MS = 60_000;

/**
 * How long a worker rests after attempts that failed for now, in milliseconds: not at all after one or two, which may be
 * the mails' own trouble, then ever longer, so that a mail server that is down is not asked for each mail in turn.
 */
export function pauseAfter(failuresInARow: number): number {
  return failuresInARow < 3 ? 0 : Math.min(1_000 * 2 ** (failuresInARow - 3), LONGEST_PAUSE_MS);
}
