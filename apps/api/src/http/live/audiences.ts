import { Audience } from './audience.js';
import type { Listener } from './listener.js';
import type { Programme } from './programme.js';
import { ProgrammeCounter } from './programme-counter.js';

/**
 * All audiences of a server. What is told by one programme usually has one audience; those who come with an old cursor,
 * or did not keep up, are others until they have caught up.
 */
export class Audiences {
  private readonly running = new Map<string, Audience[]>();

  private readonly counter = new ProgrammeCounter();

  /** @param socketsATurn how many sockets are written to before others have their turn; 1,000 take some 15 ms */
  constructor(readonly socketsATurn = 1_000) {}

  /** Expects a listener. False if its account follows too many programmes; otherwise it is to be released. */
  admit(programme: Programme): boolean {
    return this.counter.add(programme);
  }

  /** A listener that was admitted has ended. */
  release(programme: Programme): void {
    this.counter.remove(programme);
  }

  /** Seats a listener among those who stand at its place, or begins an audience there. */
  seat(listener: Listener, programme: Programme, position: number): void {
    const there = this.at(programme.key, position);
    if (there) {
      there.add(listener);
      return;
    }
    const audience = new Audience(programme, position, this);
    audience.add(listener);
    this.running.set(programme.key, [...this.of(programme.key), audience]);
    void audience.run();
  }

  /** Another audience with the same programme and at the same place. */
  another(key: string, audience: Audience): Audience | undefined {
    return this.of(key).find((one) => one !== audience && one.position === audience.position);
  }

  forget(key: string, audience: Audience): void {
    const others = this.of(key).filter((one) => one !== audience);
    if (others.length > 0) this.running.set(key, others);
    else this.running.delete(key);
  }

  private at(key: string, position: number): Audience | undefined {
    return this.of(key).find((one) => one.position === position);
  }

  private of(key: string): readonly Audience[] {
    return this.running.get(key) ?? [];
  }
}
