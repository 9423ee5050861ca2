/**
 * How much may be spent: a bucket of points that refills by time. Counted in thousandths of a point, which makes what
 * comes back in a millisecond a whole number, so that all servers count alike.
 */
export interface Budget {
  /** What the bucket holds when it is full, in points. */
  readonly maximum: number;
  /** What comes back in a second, in points. */
  readonly restorePerSecond: number;
}

/** A bucket at a moment. */
export interface Bucket {
  /** Thousandths of a point; below 0 where more was spent than had been asked for. */
  readonly left: number;
  /** When that was so, in milliseconds since 1970. */
  readonly at: number;
}

/** What came of taking from a bucket. */
export interface Taking {
  /** Whether there was enough. If not, nothing was taken. */
  readonly taken: boolean;
  /** What is left now, in points. */
  readonly left: number;
}

/** The bucket of somebody who has not been seen. */
export function fullBucket({ maximum }: Budget, at: number): Bucket {
  return { left: maximum * 1000, at };
}

/** A bucket with what has come back since. A clock that went back gives nothing, and takes nothing. */
export function refill({ left, at }: Bucket, { maximum, restorePerSecond }: Budget, now: number): Bucket {
  return now > at ? { left: Math.min(maximum * 1000, left + (now - at) * restorePerSecond), at: now } : { left, at };
}

/** How long until a bucket has so many points, in milliseconds; at least 1. */
export function waitFor(points: number, left: number, { restorePerSecond }: Budget): number {
  return Math.max(1, Math.ceil(((points - left) * 1000) / restorePerSecond));
}
