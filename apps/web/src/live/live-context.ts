import { createContext, useContext, useEffect, useState } from 'react';
import type { FollowState } from './follow-changes';
import { type News, NewsChannel } from './news';
import { OwnActs } from './own-acts';

export interface Live {
  readonly news: NewsChannel;
  readonly ownActs: OwnActs;
  /** Says something to those who listen to the page, when it is their turn. */
  announce(text: string): void;
}

export const LiveContext = createContext<Live>({ news: new NewsChannel(), ownActs: new OwnActs(), announce: () => {} });
export const FollowStateContext = createContext<FollowState>('connecting');

export function useLive(): Live {
  return useContext(LiveContext);
}

export function useNews(listener: (news: News) => void): void {
  const { news } = useLive();
  useEffect(() => news.subscribe(listener), [news, listener]);
}

/** Counts the changes that others made to an item while it is shown: each count is one gentle flash. */
export function useFlashes(itemId: string): number {
  const { news } = useLive();
  const [flashes, setFlashes] = useState(0);
  useEffect(
    () =>
      news.subscribe((one) => {
        if (one.kind === 'item' && one.itemId === itemId) setFlashes((count) => count + 1);
      }),
    [news, itemId],
  );
  return flashes;
}
