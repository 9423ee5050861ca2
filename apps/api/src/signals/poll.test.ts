import { POLL_MS, pollForMissed } from './poll.js';
import { InProcessSignals } from './signals.js';

const { jest } = import.meta;

const signals = new InProcessSignals();
let stop = () => {};

beforeEach(() => jest.useFakeTimers());

afterEach(() => {
  stop();
  jest.useRealTimers();
});

const aPoll = () => jest.advanceTimersByTimeAsync(POLL_MS);

test('says again what was missed, to whoever listens', async () => {
  const heard = jest.fn();
  const forget = signals.on('a', heard);
  const forgetOther = signals.on('b', () => heard('other'));
  stop = pollForMissed(signals, [async (topics) => topics.filter((topic) => topic === 'a')], jest.fn());
  expect(heard).not.toHaveBeenCalled();
  await aPoll();
  expect(heard.mock.calls).toEqual([[]]);
  forget();
  forgetOther();
});

test('asks once for all that is listened to', async () => {
  const find = jest.fn(async () => []);
  const forget = ['a', 'a', 'b'].map((topic) => signals.on(topic, () => {}));
  stop = pollForMissed(signals, [find], jest.fn());
  await aPoll();
  expect(find.mock.calls).toEqual([[['a', 'b']]]);
  for (const each of forget) each();
});

test('tells once that asking failed, and goes on asking until it is stopped', async () => {
  const find = jest.fn(async (): Promise<string[]> => []);
  find.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
  find.mockResolvedValueOnce([]).mockRejectedValueOnce(new Error('away again'));
  const onTrouble = jest.fn();
  stop = pollForMissed(signals, [find], onTrouble);
  for (let polls = 0; polls < 4; polls += 1) await aPoll();
  expect(onTrouble.mock.calls).toEqual([[new Error('away')], [new Error('away again')]]);
  stop();
  await aPoll();
  expect(find).toHaveBeenCalledTimes(4);
  expect(jest.getTimerCount()).toBe(0);
});

test('does not ask again before it has been answered', async () => {
  const find = jest.fn(() => new Promise<string[]>(() => {}));
  stop = pollForMissed(signals, [find], jest.fn());
  await jest.advanceTimersByTimeAsync(10 * POLL_MS);
  expect(find).toHaveBeenCalledTimes(1);
});
