import { createParameterDecorator } from 'type-graphql';
import type { Caller } from './accounts/caller.js';
import type { Loaders } from './loaders.js';
import type { Services } from './services.js';

/** The session cookie of whoever asks. Over a WebSocket it can be read and not be set. */
export interface SessionCookie {
  readonly token: string | undefined;
  set(token: string): void;
  clear(): void;
}

/** What every resolver is handed. */
export interface Context extends Caller {
  readonly services: Services;
  /** Where the request came from, as far as trusted proxies tell. */
  readonly address: string;
  readonly loaders: Loaders;
  readonly cookie: SessionCookie;
}

/** The viewer of a field whose rule lets in nobody who is unknown. */
export function CurrentViewer() {
  return createParameterDecorator<Context>(({ context }) => context.viewer);
}
