import { within } from '../ui/within';

/** Why a stream of changes ended. Whatever it is, following goes on. */
type StreamEnd = 'DROPPED' | 'INVALID_CURSOR';

export interface StreamSink<C> {
  connected(): void;
  change(change: C): void;
  ended(why: StreamEnd): void;
}

/** Opens one stream of the changes after a cursor; answers with what closes it. */
export type OpenStream<C> = (after: string, sink: StreamSink<C>) => () => void;

/** `connecting` until the first stream stands, `lost` from a drop until a stream stands again. */
export type FollowState = 'connecting' | 'following' | 'lost';

interface FollowOptions<C> {
  readonly open: OpenStream<C>;
  /** Where to begin: the changes after it are still unknown to the page. */
  readonly cursor: string;
  onChange(change: C): void;
  onState(state: FollowState): void;
  /** The server no longer knows the cursor: read everything again, and answer with the cursor to go on from. */
  recover(): Promise<string>;
  /** Asked before every attempt but the first, e.g. whether the session still stands. A rejection is ignored. */
  beforeRetry?(): Promise<unknown>;
  random?: () => number;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;
/** What comes before an attempt may hang as well: on a dead connection nothing fails by itself. */
const PREPARE_WITHIN_MS = 10_000;
/** A stream that stood this long was a good one, so that the next delay is short again. */
const GOOD_STREAM_MS = 5_000;

export interface Follower {
  /** Try at once, because something says that the network is back. */
  retryNow(): void;
  /** The network has changed under an open stream: start it anew. */
  restart(): void;
  stop(): void;
}

/** Follows the changes for ever, across drops of every kind, from the last cursor received. */
export function followChanges<C extends { cursor: string }>(options: FollowOptions<C>): Follower {
  const { open, onChange, onState, recover, beforeRetry, random = Math.random } = options;
  let cursor = options.cursor;
  let attempts = 0;
  let stopped = false;
  let close: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What comes before the attempt that is waited for. */
  let pending: ((giveUp: AbortSignal) => Promise<unknown>) | undefined;
  // Each stream has a number, so that a late word from one that was given up is not heard.
  let current = 0;

  function connect(): void {
    current += 1;
    const mine = current;
    let connectedAt: number | undefined;
    const closeThis = open(cursor, {
      connected() {
        if (mine !== current) return;
        connectedAt = Date.now();
        onState('following');
      },
      change(change) {
        if (mine !== current || change.cursor === cursor) return;
        cursor = change.cursor;
        onChange(change);
      },
      ended(why) {
        if (mine !== current) return;
        current += 1;
        close = undefined;
        if (connectedAt !== undefined && Date.now() - connectedAt >= GOOD_STREAM_MS) attempts = 0;
        onState('lost');
        wait(why === 'INVALID_CURSOR' ? recoverCursor : beforeRetry);
      },
    });
    if (mine === current) close = closeThis;
    else closeThis();
  }

  function wait(prepare?: (giveUp: AbortSignal) => Promise<unknown>): void {
    // Full jitter over the upper half, so that a thousand pages do not come back in one moment.
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts) * (0.5 + random() / 2);
    attempts += 1;
    timer = setTimeout(() => void attempt(prepare), delay);
    pending = prepare;
  }

  async function attempt(prepare?: (giveUp: AbortSignal) => Promise<unknown>): Promise<void> {
    timer = undefined;
    const mine = current;
    try {
      if (prepare) await within(PREPARE_WITHIN_MS, prepare);
    } catch {
      if (!stopped && prepare === recoverCursor) return wait(recoverCursor);
    }
    if (!stopped && mine === current) connect();
  }

  async function recoverCursor(giveUp: AbortSignal): Promise<void> {
    const fresh = await recover();
    // What comes too late must not send a stream back that goes on from elsewhere by then.
    if (!giveUp.aborted) cursor = fresh;
  }

  function retryNow(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    void attempt(pending);
  }

  onState('connecting');
  connect();

  return {
    retryNow,
    restart() {
      if (timer !== undefined) return retryNow();
      if (!close) return;
      close();
      onState('lost');
      connect();
    },
    stop() {
      stopped = true;
      current += 1;
      clearTimeout(timer);
      close?.();
    },
  };
}
