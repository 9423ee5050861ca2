import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { connectToRedis } from '../redis.js';
import { InProcessSignals, type SignalListener, type Signals, type SignalsReach, type Topics } from './signals.js';

const CHANNEL = 'oops:signals';

/**
 * Signals between servers over Redis. Those of this server arrive here at once and without it, so that a server goes on
 * alone while Redis is away; what others sent meanwhile is lost, and found by the poll.
 */
export class RedisSignals implements Signals {
  private readonly local = new InProcessSignals();
  /** Tells our own signals from others' when they come back. */
  private readonly sender = randomUUID();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  /** @param onTrouble is told why Redis cannot be reached, each time that begins */
  constructor(url: string, onTrouble: (error: Error) => void) {
    this.publisher = connectToRedis(url);
    this.subscriber = connectToRedis(url);
    let troubled = false;
    for (const connection of [this.publisher, this.subscriber]) {
      connection.on('error', (error: Error) => {
        if (!troubled) onTrouble(error);
        troubled = true;
      });
      connection.on('ready', () => {
        troubled = false;
      });
    }
    // Once per connection: what ioredis would take up again by itself it does only after a first success.
    this.subscriber.on('ready', () => void this.subscriber.subscribe(CHANNEL).catch(onTrouble));
    this.subscriber.on('message', (_channel, message: string) => {
      const { sender, topic } = read(message);
      if (topic && sender !== this.sender) this.local.send(topic);
    });
  }

  send(topic: string): void {
    this.local.send(topic);
    if (this.publisher.status !== 'ready') return;
    // A signal may be lost, so its failure is nobody's concern; the connection's own error has been told.
    this.publisher.publish(CHANNEL, `${this.sender} ${topic}`).catch(() => {});
  }

  repeat(topic: string, reached?: number): void {
    this.local.repeat(topic, reached);
  }

  on(topic: string, listener: SignalListener): () => void {
    return this.local.on(topic, listener);
  }

  topics(): Topics {
    return this.local.topics();
  }

  listenerCount(): number {
    return this.local.listenerCount();
  }

  reach(): SignalsReach {
    const isReachable = this.publisher.status === 'ready' && this.subscriber.status === 'ready';
    return isReachable ? 'redis reachable' : 'redis unreachable';
  }

  async close(): Promise<void> {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}

/** Takes a message apart: who sent it, a space, the topic. Others may write to the channel too; that is no signal. */
function read(message: string): { sender: string; topic: string | undefined } {
  const [sender = '', topic] = message.split(' ', 2);
  return { sender, topic };
}
