import { pageSize } from '../cursors.js';
import { connectionOf } from '../graphql/page-info.type.js';
import { ChangeConnection, ChangeEdge, toChange } from './change.type.js';
import type { ChangeFeed } from './change-feed.js';

/** The most changes that one page can hold. */
const MAX_PAGE = 100;

/** One page of a feed, oldest first. */
export async function listChanges(feed: ChangeFeed, first: number, after: string | null): Promise<ChangeConnection> {
  const size = pageSize(first, MAX_PAGE);
  const changes = await feed.read(after == null ? 0 : await feed.positionAt(after), size + 1);
  const found = await Promise.all(
    changes.map(async (change) => ({ change, cursor: feed.cursorAt(await feed.positionOf(change)) })),
  );
  const { rows, pageInfo } = connectionOf(found, size, after, ({ cursor }) => cursor);
  const edges = rows.map(({ change, cursor }) =>
    Object.assign(new ChangeEdge(), { cursor, node: toChange(change, cursor) }),
  );
  return Object.assign(new ChangeConnection(), { edges, pageInfo });
}
