import { POLL_MS, pollForMissed, SLICE } from './poll.js';
import { InProcessSignals } from './signals.js';

const { jest } = import.meta;

/** When a lost signal is made good at the latest, if asking takes no time. */
const PROMISED_MS = 2_000;

let signals: InProcessSignals;
let stop = () => {};

beforeEach(() => {
  jest.useFakeTimers();
  signals = new InProcessSignals();
});

afterEach(() => {
  stop();
  jest.useRealTimers();
});

const aPoll = () => jest.advanceTimersByTimeAsync(POLL_MS);

test('says again what was missed, to whoever listens', async () => {
  const heard = jest.fn();
  signals.on('a', heard);
  signals.on('b', () => heard('other'));
  stop = pollForMissed(signals, async (topics) => topics.filter((topic) => topic === 'a'), jest.fn());
  expect(heard).not.toHaveBeenCalled();
  await aPoll();
  expect(heard.mock.calls).toEqual([[undefined]]);
});

test('asks once for all that is listened to', async () => {
  const find = jest.fn(async () => []);
  for (const topic of ['a', 'a', 'b']) signals.on(topic, () => {});
  stop = pollForMissed(signals, find, jest.fn());
  await aPoll();
  expect(find.mock.calls).toEqual([[['a', 'b']]]);
});

test('asks nothing while nobody listens', async () => {
  const find = jest.fn(async () => []);
  stop = pollForMissed(signals, find, jest.fn());
  await jest.advanceTimersByTimeAsync(10 * POLL_MS);
  expect(find).not.toHaveBeenCalled();
});

describe('where very many listen', () => {
  /** Lets finders note when each topic was asked about, by the clock of the test. */
  function noting() {
    const askedAt = new Map<string, number[]>();
    const find = jest.fn(async (topics: readonly string[]): Promise<[]> => {
      for (const topic of topics) askedAt.set(topic, [...(askedAt.get(topic) ?? []), performance.now()]);
      return [];
    });
    return { askedAt, find };
  }

  /** The longest that any topic was left alone. */
  function longestGap(askedAt: ReadonlyMap<string, readonly number[]>): number {
    const gaps = [...askedAt.values()].flatMap((times) => times.slice(1).map((at, n) => at - (times[n] ?? 0)));
    return gaps.reduce((longest, gap) => Math.max(longest, gap), 0);
  }

  test.each([SLICE + 1, 20 * SLICE, 120 * SLICE])(
    'each of %d has its turn in time, a slice at a time',
    async (count) => {
      const { askedAt, find } = noting();
      for (let topic = 0; topic < count; topic += 1) signals.on(`t${topic}`, () => {});
      stop = pollForMissed(signals, find, jest.fn());
      await jest.advanceTimersByTimeAsync(4 * POLL_MS);
      expect(askedAt.size).toBe(count);
      expect(longestGap(askedAt)).toBeLessThan(PROMISED_MS);
      const largest = Math.max(...find.mock.calls.map(([topics]) => topics.length));
      expect(largest).toBeLessThanOrEqual(Math.max(SLICE, count / 50));
    },
  );

  test('so has who comes in meanwhile', async () => {
    const { askedAt, find } = noting();
    for (let topic = 0; topic < 10; topic += 1) signals.on(`t${topic}`, () => {});
    stop = pollForMissed(signals, find, jest.fn());
    await aPoll();
    const cameInAt = performance.now();
    for (let topic = 10; topic < 10 * SLICE; topic += 1) signals.on(`t${topic}`, () => {});
    await jest.advanceTimersByTimeAsync(3 * POLL_MS);
    expect(askedAt.size).toBe(10 * SLICE);
    const firstLooks = [...askedAt.values()].map(([first = 0]) => first - cameInAt);
    expect(Math.max(...firstLooks)).toBeLessThan(PROMISED_MS);
    expect(longestGap(askedAt)).toBeLessThan(PROMISED_MS);
  });
});

test('tells once that asking failed, and goes on asking until it is stopped', async () => {
  const find = jest.fn(async (): Promise<[]> => []);
  find.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
  find.mockResolvedValueOnce([]).mockRejectedValueOnce(new Error('away again'));
  const onTrouble = jest.fn();
  signals.on('a', () => {});
  stop = pollForMissed(signals, find, onTrouble);
  for (let polls = 0; polls < 4; polls += 1) await aPoll();
  expect(onTrouble.mock.calls).toEqual([[new Error('away')], [new Error('away again')]]);
  stop();
  await aPoll();
  expect(find).toHaveBeenCalledTimes(4);
  expect(jest.getTimerCount()).toBe(0);
});

test('does not ask again before it has been answered', async () => {
  const find = jest.fn(() => new Promise<[]>(() => {}));
  signals.on('a', () => {});
  stop = pollForMissed(signals, find, jest.fn());
  await jest.advanceTimersByTimeAsync(10 * POLL_MS);
  expect(find).toHaveBeenCalledTimes(1);
});
