import { Role } from '../accounts/role.js';
import type { Viewer } from '../accounts/viewer.js';
import { decodeCursor, encodeCursor, invalidCursor } from '../cursors.js';
import type { Services } from '../services.js';
import { ChangeReader } from './change.reader.js';
import type { ChangeFilter, ChangeRow } from './change-row.js';
import { numberOperationsFeed } from './number-operations-feed.js';
import { onAnyGrowth, onGrowthOf } from './wake-ups.js';

/** The changes that one viewer is entitled to, in an order that never changes. A place in it is a position, from 1. */
export interface ChangeFeed {
  /** What follows a position, oldest first. */
  read(after: number, limit: number, filter?: ChangeFilter): Promise<ChangeRow[]>;
  /** Where the feed ends now. */
  end(): Promise<number>;
  positionOf(change: ChangeRow): Promise<number>;
  /** Calls `listener` when there may be more to read. Returns how to stop. */
  onGrowth(listener: () => void): () => void;
  cursorAt(position: number): string;
  /** Reads a cursor of this feed; one of another feed is refused, since following it would lose changes silently. */
  positionAt(cursor: string): number;
}

/** The feed of whoever asks: a buyer's own orders, or all orders for an operator. */
export function feedOf(services: Services, viewer: Viewer): ChangeFeed {
  return viewer.role === Role.OPERATOR ? operationsFeed(services) : accountFeed(services, viewer);
}

function accountFeed({ database, signals }: Services, { id, changeCount }: Viewer): ChangeFeed {
  const reader = new ChangeReader(database.reader);
  return {
    read: (after, limit, filter) => reader.ofAccount(id, after, limit, filter),
    end: async () => changeCount,
    positionOf: async ({ sequence }) => sequence,
    onGrowth: (listener) => onGrowthOf(signals, id, listener),
    ...cursorsOf(id),
  };
}

function operationsFeed({ database, signals }: Services): ChangeFeed {
  const reader = new ChangeReader(database.reader);
  return {
    read: async (after, limit, filter) => {
      await numberOperationsFeed(database);
      return reader.ofOperations(after, limit, filter);
    },
    end: () => numberOperationsFeed(database),
    positionOf: async ({ accountId, sequence, operationsPosition }) => {
      if (operationsPosition !== null) return operationsPosition;
      await numberOperationsFeed(database);
      return (await reader.one(accountId, sequence)).operationsPosition ?? 0;
    },
    onGrowth: (listener) => onAnyGrowth(signals, listener),
    ...cursorsOf('operations'),
  };
}

function cursorsOf(feedId: string): Pick<ChangeFeed, 'cursorAt' | 'positionAt'> {
  return {
    cursorAt: (position) => encodeCursor(feedId, position),
    positionAt: (cursor) => {
      const [feed, position = ''] = decodeCursor(cursor, 2);
      if (feed !== feedId || !/^\d{1,10}$/.test(position)) throw invalidCursor();
      return Number(position);
    },
  };
}
