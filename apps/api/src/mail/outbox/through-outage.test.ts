import { throughOutage } from './through-outage.js';

const { jest } = import.meta;

const outage = Object.assign(new Error('connect ECONNREFUSED'), { fatal: true });

afterEach(() => jest.restoreAllMocks());

test('what fails while the database is away is done once it is back', async () => {
  const work = jest.fn<Promise<void>, []>().mockRejectedValueOnce(outage).mockRejectedValueOnce(outage);
  await throughOutage(work.mockResolvedValue(undefined));
  expect(work).toHaveBeenCalledTimes(3);
});

test('what fails for another reason is not tried again', async () => {
  const work = jest.fn<Promise<void>, []>().mockRejectedValue(new Error('a fault of ours'));
  await expect(throughOutage(work)).rejects.toThrow('a fault of ours');
  expect(work).toHaveBeenCalledTimes(1);
});

test('a database that stays away for more than a minute is waited for no longer', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const work = jest.fn<Promise<void>, []>().mockImplementation(() => {
    clock.mockReturnValue([0, 59_000, 61_000][work.mock.calls.length - 1] ?? 0);
    return Promise.reject(outage);
  });
  await expect(throughOutage(work)).rejects.toBe(outage);
  expect(work).toHaveBeenCalledTimes(3);
});

test('who is told to stop tries once more and waits no longer', async () => {
  const stopping = new AbortController();
  const work = jest.fn<Promise<void>, []>().mockImplementation(() => {
    if (work.mock.calls.length === 2) setImmediate(() => stopping.abort());
    return Promise.reject(outage);
  });
  await expect(throughOutage(work, stopping.signal)).rejects.toBe(outage);
  expect(work).toHaveBeenCalledTimes(3);
  work.mockClear();
  await expect(throughOutage(work, stopping.signal)).rejects.toBe(outage);
  expect(work).toHaveBeenCalledTimes(1);
});
