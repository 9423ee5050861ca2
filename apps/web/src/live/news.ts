/** Something that happened elsewhere and that the page shows without being asked. */
export type News =
  | { readonly kind: 'item'; readonly itemId: string; readonly orderId: string }
  | { readonly kind: 'order'; readonly orderId: string; readonly number: string; readonly placed: boolean };

type Listener = (news: News) => void;

/** Carries news from the follower to whoever shows it. */
export class NewsChannel {
  private readonly listeners = new Set<Listener>();

  publish(news: News): void {
    for (const listener of [...this.listeners]) listener(news);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
