import { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { decodeCursor, encodeCursor, invalidCursor } from '../cursors.js';
import type { Services } from '../services.js';
import { ChangeReader } from './change.reader.js';
import type { ChangeRow } from './change-row.js';
import { numberOperationsFeed, positionInOperationsFeed } from './number-operations-feed.js';
import { onAnyGrowth, onGrowthOf } from './wake-ups.js';

/** The changes that one viewer is entitled to, in an order that never changes. A place in it is a position, from 1. */
export interface ChangeFeed {
  /** What follows a position by now, oldest first. */
  read(after: number, limit: number): Promise<ChangeRow[]>;
  /** The same for whoever is told of growth: perhaps what another of them began to read before the last of it. */
  readShared(after: number, limit: number): Promise<readonly ChangeRow[]>;
  /** Where the feed ends now; or ended when the request began, for a buyer. */
  end(): Promise<number>;
  positionOf(change: ChangeRow): Promise<number>;
  /** Calls `listener` when there may be more to read, with where the feed ends if that is known. Returns how to stop. */
  onGrowth(listener: (end?: number) => void): () => void;
  cursorAt(position: number): string;
  /**
   * Reads a cursor of this feed. One of another feed, or from beyond the end of this one, is refused, since following it
   * would lose changes silently.
   */
  positionAt(cursor: string): Promise<number>;
}

/** Names the feed of all orders, as the id of an account names its own. */
const OPERATIONS = 'operations';

/** The feed of whoever asks: a buyer's own orders, or all orders for an operator. */
export function feedOf(services: Services, viewer: Viewer): ChangeFeed {
  return viewer.role === Role.OPERATOR ? operationsFeed(services) : accountFeed(services, viewer);
}

function accountFeed({ database, signals, sharedReads }: Services, { id, changeCount }: Viewer): ChangeFeed {
  const reader = new ChangeReader(database.reader);
  const read = (after: number, limit: number) => reader.ofAccount(id, after, limit);
  return {
    read,
    readShared: (after, limit) => sharedReads.read(id, after, limit, () => read(after, limit)),
    end: async () => changeCount,
    positionOf: async ({ sequence }) => sequence,
    onGrowth: (listener) =>
      onGrowthOf(signals, id, (end) => {
        sharedReads.forget(id);
        listener(end);
      }),
    ...cursorsOf(id, async () => changeCount),
  };
}

function operationsFeed({ database, signals, sharedReads }: Services): ChangeFeed {
  const reader = new ChangeReader(database.reader);
  const read = async (after: number, limit: number) => {
    await numberOperationsFeed(database);
    return reader.ofOperations(after, limit);
  };
  return {
    read,
    readShared: (after, limit) => sharedReads.read(OPERATIONS, after, limit, () => read(after, limit)),
    end: () => numberOperationsFeed(database),
    positionOf: async (change) => change.operationsPosition ?? positionInOperationsFeed(database, change),
    onGrowth: (listener) =>
      onAnyGrowth(signals, (end) => {
        sharedReads.forget(OPERATIONS);
        listener(end);
      }),
    ...cursorsOf(OPERATIONS, () => numberOperationsFeed(database)),
  };
}

function cursorsOf(feedId: string, end: () => Promise<number>): Pick<ChangeFeed, 'cursorAt' | 'positionAt'> {
  return {
    cursorAt: (position) => encodeCursor(feedId, position),
    positionAt: async (cursor) => {
      const [feed, digits = ''] = decodeCursor(cursor, 2);
      if (feed !== feedId || !/^\d{1,10}$/.test(digits)) throw invalidCursor();
      const position = Number(digits);
      if (position > (await end())) throw invalidCursor();
      return position;
    },
  };
}
