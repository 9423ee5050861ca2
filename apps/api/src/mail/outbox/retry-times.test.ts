import { retryAt } from './retry-times.js';

const createdAt = new Date('2026-03-01T08:00:00.000Z');
const delays = (random: number, begin = createdAt): number[] => {
  const seconds: number[] = [];
  let now = begin;
  for (let attempts = 1; ; attempts += 1) {
    const next = retryAt({ createdAt, attempts }, now, random);
    if (!next) return seconds;
    seconds.push((next.getTime() - now.getTime()) / 1000);
    now = next;
  }
};

test('delays grow to an hour, for a day', () => {
  const seconds = delays(0.5);
  expect(seconds.slice(0, 11)).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
  const sum = seconds.reduce((a, b) => a + b, 0);
  expect(sum).toBeLessThanOrEqual(24 * 3600);
  expect(sum).toBeGreaterThan(22 * 3600);
});

test('a mail that nobody tried for days is tried until the delays are long', () => {
  const monday = new Date(createdAt.getTime() + 60 * 3_600_000);
  expect(delays(0.5, monday)).toEqual([10, 20, 40, 80, 160, 320, 640, 1280]);
});

test('what failed together comes back spread out', () => {
  expect(delays(0)[0]).toBe(7.5);
  expect(delays(1)[0]).toBe(12.5);
});
