/** One request: whose session it comes with, and the variables of its document. */
export interface Ask {
  readonly token: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a load program is to do. */
export interface Job {
  readonly url: string;
  readonly document: string;
  /** The requests of each connection, which it sends one after the other, and again from the first. */
  readonly asks: ReadonlyArray<readonly Ask[]>;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** What came of it, without the warming up. Times in milliseconds. */
export interface Answers {
  readonly count: number;
  /** With the warming up. */
  readonly total: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** On average, with the headers. */
  readonly bytes: number;
}

/** A load program says when it begins to count and when it ends, and tells what it has counted. */
export type Told =
  | { readonly kind: 'begins' }
  | { readonly kind: 'ends'; readonly answers: Answers }
  | { readonly kind: 'failed'; readonly reason: string };
