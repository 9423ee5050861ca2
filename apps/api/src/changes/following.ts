import type { ChangeFeed } from './change-feed.js';
import type { ChangeFilter } from './change-row.js';
import { type FeedFollower, type FollowedChange, followFeed } from './follow-feed.js';

/** What a subscription follows, and after which place. It is not followed before somebody begins to. */
export class Following implements AsyncIterable<FollowedChange> {
  constructor(
    readonly feed: ChangeFeed,
    readonly after: number,
    readonly filter?: ChangeFilter,
  ) {}

  /** Follows it after another place. */
  from(position: number): FeedFollower {
    return followFeed(this.feed, position, this.filter);
  }

  [Symbol.asyncIterator](): FeedFollower {
    return this.from(this.after);
  }
}
