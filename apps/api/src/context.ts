import { createParameterDecorator } from 'type-graphql';
import type { Caller } from './accounts/caller.js';
import type { Charge } from './costs/charge.js';
import type { Loaders } from './loaders.js';
import type { Services } from './services.js';

/** A cookie that holds a token. Over a WebSocket it can be read and not be set. */
export interface TokenCookie {
  readonly token: string | undefined;
  set(token: string): void;
  clear(): void;
}

/** The cookies of whoever asks. */
export interface Cookies {
  readonly session: TokenCookie;
  /** Of a browser that somebody has signed in with. It outlives their session, and lets nobody in. */
  readonly device: TokenCookie;
}

/** What comes to be known of an operation while it is served. */
export interface OperationFacts {
  /** The fields that it asks for, such as `Order.items`, so that they can be read ahead; none before that is known. */
  fields: ReadonlySet<string>;
  /** Where the viewer's feed of changes ended before anything else was read for it; only where it asks for that. */
  feedEnd?: { readonly viewerId: string; readonly position: number };
  /** What its mutations have come to so far, by their keys in the answer: should it be run again, none is done again. */
  readonly done: Map<string, unknown>;
  /** What was paid for reading its document, in points; nothing for one that is known, or short. */
  paidForReading?: number;
  /** What was paid for it, so that it is paid for once: undefined before. */
  paid?: Charge;
}

/** What every resolver is handed. */
export interface Context extends Caller {
  readonly services: Services;
  /** Where the request came from, as far as trusted proxies tell. */
  readonly address: string;
  /** What the browser or program says it is; empty for nothing. */
  readonly userAgent: string;
  readonly loaders: Loaders;
  readonly operation: OperationFacts;
  readonly cookies: Cookies;
}

/** The viewer of a field whose rule lets in nobody who is unknown. */
export function CurrentViewer() {
  return createParameterDecorator<Context>(({ context }) => context.viewer);
}

/** Of an operation that has only just come. */
export function unknownOperation(): OperationFacts {
  return { fields: NO_FIELDS, done: new Map() };
}

const NO_FIELDS: ReadonlySet<string> = new Set();
