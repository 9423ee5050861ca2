import { setImmediate as aTurn } from 'node:timers/promises';
import type { FeedFollower } from '../../changes/follow-feed.js';
import type { Audiences } from './audiences.js';
import type { Listener } from './listener.js';
import { Message } from './message.js';
import type { Programme } from './programme.js';

/**
 * Listeners who are told the same and stand at the same place of a feed. Each change is read once for all of them,
 * executed once and put into JSON once. Whoever does not keep up leaves; nobody waits for anybody.
 */
export class Audience {
  private readonly listeners = new Set<Listener>();
  private readonly follower: FeedFollower;
  private toldUpTo: number;
  private isSending = false;

  constructor(
    private readonly programme: Programme,
    after: number,
    private readonly audiences: Audiences,
  ) {
    this.follower = programme.following.from(after);
    this.toldUpTo = after;
  }

  /** What lies up to here has been told to all, or is told to nobody. */
  get position(): number {
    return Math.max(this.toldUpTo, this.follower.position);
  }

  /** Lets somebody in who stands where it does. */
  add(listener: Listener): void {
    this.listeners.add(listener);
    listener.join(this, this.programme);
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
    listener.audience = undefined;
    if (this.listeners.size === 0) this.end();
  }

  /** Tells what comes, until nobody listens any more. */
  async run(): Promise<void> {
    try {
      for await (const followed of this.follower) {
        const answer = await this.programme.tell(followed);
        await this.send(new Message(Buffer.from(answer)), followed.position);
        this.unite();
      }
    } catch (error) {
      const listeners = [...this.listeners];
      this.end();
      for (const listener of listeners) listener.fail(error);
    }
  }

  /** Who comes in or leaves in the middle of it is reckoned with: it stands before the change until all have it. */
  private async send(message: Message, position: number): Promise<void> {
    this.isSending = true;
    let sent = 0;
    for (const listener of this.listeners) {
      const keepsUp = listener.take(message, position);
      if (!keepsUp) this.leave(listener);
      sent += 1;
      if (sent % this.audiences.socketsATurn === 0) await aTurn();
    }
    this.isSending = false;
    // In the same breath, so that nobody sits down here meanwhile and misses it.
    this.toldUpTo = position;
  }

  /** Becomes one with another audience that stands at the same place by now: the smaller one goes over. */
  private unite(): void {
    const other = this.audiences.another(this.programme.key, this);
    if (!other) return;
    const goes = other.isSending || other.listeners.size > this.listeners.size;
    const [from, to] = goes ? [this, other] : [other, this];
    for (const listener of from.listeners) to.add(listener);
    from.end();
  }

  private end(): void {
    this.listeners.clear();
    this.audiences.forget(this.programme.key, this);
    void this.follower.return?.();
  }
}
