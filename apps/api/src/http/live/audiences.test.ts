import { FakeFeed, isPending, settle, upTo } from '../../../test/testkit/fake-feed.js';
import { FakeOutlet } from '../../../test/testkit/fake-outlet.js';
import type { FollowedChange } from '../../changes/follow-feed.js';
import { Following } from '../../changes/following.js';
import { Audiences } from './audiences.js';
import { Listener } from './listener.js';

const { jest } = import.meta;

let feed: FakeFeed;
let audiences: Audiences;
/** Which changes were put into words, however many were sent them. */
let told: number[];

beforeEach(() => {
  // What sockets are written to in turns waits for real turns.
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  feed = new FakeFeed();
  audiences = new Audiences();
  told = [];
});

afterEach(() => {
  jest.useRealTimers();
});

interface Wishes {
  readonly key?: string;
  readonly after?: number;
  readonly id?: string;
  readonly tell?: (change: FollowedChange) => Promise<string>;
}

/** Tells a change by its sequence. */
async function inNumbers({ change }: FollowedChange): Promise<string> {
  told.push(change.sequence);
  return String(change.sequence);
}

/** Somebody who listens to the feed, from its beginning if not otherwise. */
function listens({ key = 'all', after = 0, id = '1', tell = inNumbers }: Wishes = {}) {
  const outlet = new FakeOutlet();
  const listener = new Listener(
    audiences,
    { key, accountId: 'acc_1', following: new Following(feed, after), tell },
    outlet,
    id,
  );
  const ended = listener.next();
  return { outlet, listener, ended, heard: () => outlet.payloads };
}

/** The same numbers each time, from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Lets all happen that is due, real turns included. */
async function calm(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('who wants the same is told the same, put into words once', async () => {
  const crowd = Array.from({ length: 1_200 }, () => listens());
  feed.grow(3);
  await calm();
  for (const { heard } of crowd) expect(heard()).toEqual([1, 2, 3]);
  expect(told).toEqual([1, 2, 3]);
  expect(feed.listenerCount).toBe(1);
});

test('each is sent the operation that it asked for', async () => {
  const crowd = ['a', 'a', 'b', '"'].map((id) => listens({ id }));
  feed.grow();
  await calm();
  expect(crowd.map(({ outlet }) => outlet.messages)).toEqual(
    ['a', 'a', 'b', '"'].map((id) => [{ id, type: 'next', payload: 1 }]),
  );
});

test('who wants something else is told by itself', async () => {
  const [one, other] = [listens({ key: 'one' }), listens({ key: 'other', tell: async () => '"else"' })];
  feed.grow();
  await calm();
  expect([one.heard(), other.heard()]).toEqual([[1], ['else']]);
  expect(told).toEqual([1]);
});

test('who comes with an old place hears all from there, and is one with the others in the end', async () => {
  feed.growSilently(60);
  const first = listens({ after: 60 });
  await calm();
  const late = listens({ after: 15 });
  feed.grow(2);
  await calm();
  feed.grow();
  await calm();
  expect(first.heard()).toEqual(upTo(63, 61));
  expect(late.heard()).toEqual(upTo(63, 16));
  expect(told.filter((sequence) => sequence === 63)).toHaveLength(1);
  expect(feed.listenerCount).toBe(1);
});

test('who comes from where the others have not got to yet waits for them there', async () => {
  const release = feed.holdReads();
  const first = listens();
  await calm();
  feed.growSilently(5);
  const ahead = listens({ after: 5 });
  release();
  feed.grow();
  await calm();
  expect(first.heard()).toEqual(upTo(6));
  expect(ahead.heard()).toEqual([6]);
  expect(feed.listenerCount).toBe(1);
});

test('whatever happens meanwhile, each hears every change once and in order', async () => {
  const random = seeded(7);
  audiences = new Audiences(3);
  const crowd: Array<ReturnType<typeof listens> & { readonly from: number }> = [];
  let grown = 0;
  for (let step = 0; step < 1_000; step += 1) {
    const one = crowd[Math.floor(random() * crowd.length)];
    const act = random();
    if (act < 0.15) {
      const from = Math.floor(random() * (grown + 1));
      crowd.push({ ...listens({ after: from }), from });
    } else if (act < 0.25) one?.outlet.stopReading();
    else if (act < 0.4) one?.outlet.readOn();
    else if (act < 0.45) await one?.listener.return();
    else if (act < 0.6) await calm();
    else if (act < 0.8) feed.grow(1 + Math.floor(random() * 3));
    else feed.growSilently();
    grown = await feed.end();
    if (random() < 0.3) await settle();
  }
  for (const { outlet } of crowd) outlet.readOn();
  feed.grow();
  const last = await feed.end();
  const isBehind = ({ listener, heard }: (typeof crowd)[number]) => !listener.hasEnded && heard().at(-1) !== last;
  while (crowd.some(isBehind)) await calm();
  for (const { heard, from, listener } of crowd) {
    const all = upTo(last, from + 1);
    expect(heard()).toEqual(listener.hasEnded ? all.slice(0, heard().length) : all);
  }
  expect(crowd.filter(({ listener }) => !listener.hasEnded).length).toBeGreaterThan(50);
  expect(feed.listenerCount).toBe(1);
});

test('changes that nobody asked for part nobody', async () => {
  const filter = { itemsOnly: true };
  const listensToItems = (after: number) => {
    const outlet = new FakeOutlet();
    const following = new Following(feed, after, filter);
    void new Listener(audiences, { key: 'items', accountId: 'acc_1', following, tell: inNumbers }, outlet, '1').next();
    return outlet;
  };
  const first = listensToItems(0);
  feed.growSilently(30, { itemId: null });
  feed.wake();
  await calm();
  const second = listensToItems(30);
  await calm();
  expect(feed.listenerCount).toBe(1);
  feed.growSilently(1, { itemId: 'itm_1' });
  feed.wake();
  await calm();
  expect([first.payloads, second.payloads]).toEqual([[31], [31]]);
  expect(told).toEqual([31]);
});

describe('who does not keep up', () => {
  test('waits for nobody and is waited for by nobody; what waits for it is bounded', async () => {
    const [quick, slow] = [listens(), listens()];
    slow.outlet.stopReading();
    for (let grown = 0; grown < 50; grown += 1) {
      feed.grow();
      await calm();
    }
    expect(quick.heard()).toEqual(upTo(50));
    expect(slow.heard()).toEqual([1]);
    expect(feed.listenerCount).toBe(1);
  });

  test('goes on where it was, each change once, and is one with the others again', async () => {
    const [quick, slow] = [listens(), listens()];
    slow.outlet.stopReading();
    feed.grow(30);
    await calm();
    slow.outlet.readOn();
    await calm();
    feed.grow();
    await calm();
    expect(quick.heard()).toEqual(upTo(31));
    expect(slow.heard()).toEqual(upTo(31));
    expect(told.filter((sequence) => sequence === 31)).toHaveLength(1);
    expect(feed.listenerCount).toBe(1);
  });

  test('is not waited for when its socket breaks off', async () => {
    const slow = listens();
    slow.outlet.stopReading();
    feed.grow();
    await calm();
    slow.outlet.breakOff();
    feed.grow();
    await calm();
    expect([slow.heard(), feed.listenerCount]).toEqual([[1], 0]);
    expect(await isPending(slow.ended)).toBe(true);
    await slow.listener.return();
    expect(await slow.ended).toEqual({ done: true, value: undefined });
  });
});

describe('who leaves', () => {
  test('hears nothing more, at once', async () => {
    const [stays, leaves] = [listens(), listens()];
    feed.grow();
    await calm();
    await leaves.listener.return();
    expect(await leaves.ended).toEqual({ done: true, value: undefined });
    feed.grow();
    await calm();
    expect([stays.heard(), leaves.heard()]).toEqual([[1, 2], [1]]);
  });

  test('in the middle of a change leaves the others to hear it', async () => {
    const crowd = Array.from({ length: 2_000 }, () => listens());
    const [first, last] = [crowd.at(0), crowd.at(-1)];
    // The first ones have it, and the last have not.
    first?.outlet.onWrite(() => void last?.listener.return());
    feed.grow();
    await calm();
    expect(last?.heard()).toEqual([]);
    expect(crowd.slice(0, -1).every(({ heard }) => heard().length === 1)).toBe(true);
  });

  test('last leaves no listener, and what is being told then is told to nobody', async () => {
    let putIntoWords = (_text: string) => {};
    const tell = () => new Promise<string>((resolve) => (putIntoWords = resolve));
    const crowd = [listens({ tell }), listens({ tell })];
    feed.grow();
    await calm();
    for (const { listener } of crowd) await listener.return();
    expect(feed.listenerCount).toBe(0);
    const next = listens();
    putIntoWords('"late"');
    await calm();
    expect(crowd.map(({ heard }) => heard())).toEqual([[], []]);
    expect(next.heard()).toEqual([1]);
  });

  test('before it began leaves nothing', async () => {
    const listener = new Listener(
      audiences,
      { key: 'all', accountId: 'acc_1', following: new Following(feed, 0), tell: inNumbers },
      new FakeOutlet(),
      '1',
    );
    await listener.return();
    expect(await listener.next()).toEqual({ done: true, value: undefined });
    expect(feed.listenerCount).toBe(0);
  });
});

describe('a fault', () => {
  test('in one change ends all who would have heard it, and nobody hears the next', async () => {
    const fault = new Error('no such column');
    const tell = async (followed: FollowedChange) => {
      if (followed.change.sequence === 2) throw fault;
      return inNumbers(followed);
    };
    const crowd = [listens({ tell }), listens({ tell })];
    const ends = crowd.map(({ ended }) => ended.catch((error) => error));
    feed.grow(3);
    await calm();
    expect(await Promise.all(ends)).toEqual([fault, fault]);
    expect(crowd.map(({ heard }) => heard())).toEqual([[1], [1]]);
    expect(feed.listenerCount).toBe(0);
  });

  test('in reading does so too', async () => {
    const { ended } = listens();
    const end = ended.catch((error) => error);
    feed.failReads(new Error('no such column'));
    feed.grow();
    await calm();
    expect(await end).toEqual(new Error('no such column'));
    expect(feed.listenerCount).toBe(0);
  });
});
