/** What the program that holds the sockets is told to do. It answers each with the like. */
export type Order =
  | {
      readonly kind: 'open';
      readonly port: number;
      /** Whose sockets; as many as there are tokens. */
      readonly tokens: readonly string[];
      readonly subscribe: object | null;
    }
  /** Answers when so many changes have arrived after this. */
  | { readonly kind: 'await'; readonly count: number }
  /** Answers with all that has arrived since. */
  | { readonly kind: 'collect' };

/** One change at one socket. */
export interface Arrival {
  /** Counts the sockets in the order of their opening, from 0. */
  readonly socket: number;
  /** In milliseconds since 1970, with fractions. */
  readonly at: number;
}

export type Done =
  | { readonly kind: 'open' }
  /** With the last change as it was sent. */
  | { readonly kind: 'await'; readonly arrivals: readonly Arrival[]; readonly text: string }
  | { readonly kind: 'collect'; readonly arrivals: readonly Arrival[] }
  | { readonly kind: 'failed'; readonly reason: string };
