import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { RedisSignals } from '../src/signals/redis-signals.js';
import { redisUrl } from './testkit/redis.js';
import { until } from './testkit/subscriber.js';

const testWithRedis = redisUrl ? test : test.skip;

/** Stands between a server and Redis, and can stop passing anything on without closing a connection. */
class Line {
  private readonly sockets: Socket[] = [];
  private hangs = false;
  private readonly listener = createServer((client) => {
    const { hostname, port } = new URL(redisUrl ?? '');
    const redis = dial(Number(port || 6379), hostname);
    this.sockets.push(client, redis);
    for (const [from, to] of [
      [client, redis],
      [redis, client],
    ] as const) {
      from.on('data', (data) => this.hangs || to.write(data));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.listener.listen(0, '127.0.0.1', resolve));
    return `redis://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  hang(hangs: boolean): void {
    this.hangs = hangs;
  }

  close(): void {
    this.listener.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

testWithRedis('a Redis that hangs is told of as unreachable, and taken up again once it answers', async () => {
  const line = new Line();
  const troubles: string[] = [];
  const [near, far] = [
    new RedisSignals(await line.open(), ({ message }) => troubles.push(message)),
    new RedisSignals(redisUrl ?? '', () => {}),
  ];
  const heard: string[] = [];
  far.on('after', () => heard.push('after'));
  try {
    for (const signals of [near, far]) await until(() => signals.reach() === 'redis reachable');
    line.hang(true);
    near.send('meanwhile');
    await until(() => near.reach() === 'redis unreachable');
    expect(troubles.length).toBeGreaterThan(0);
    line.hang(false);
    await until(() => near.reach() === 'redis reachable');
    near.send('after');
    await until(() => heard.length > 0);
  } finally {
    await near.close();
    await far.close();
    line.close();
  }
});
