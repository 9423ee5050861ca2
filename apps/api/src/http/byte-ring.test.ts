import { ByteRing } from './byte-ring.js';

/** Room for some ten entries of 1,000 bytes. */
const SIZE = 12_500;

const bytesOf = (number: number, length = 1_000) => Buffer.alloc(length, number);

test('bytes are kept as they were, with what is known about them', () => {
  const ring = new ByteRing<{ count: number }>(SIZE);
  const bytes = bytesOf(7);
  ring.set('seven', bytes, { count: 7 });
  bytes.fill(0);
  expect(ring.get('seven')).toEqual({ bytes: bytesOf(7), about: { count: 7 } });
  expect(ring.get('eight')).toBeUndefined();
});

test('the latest of a key are kept', () => {
  const ring = new ByteRing<number>(SIZE);
  ring.set('key', bytesOf(1), 1);
  ring.set('key', bytesOf(2, 500), 2);
  expect(ring.get('key')).toEqual({ bytes: bytesOf(2, 500), about: 2 });
});

test('what came longest ago makes room, and what is kept is whole', () => {
  const ring = new ByteRing<number>(SIZE);
  const latest = new Map<string, { number: number; length: number }>();
  for (let number = 0; number < 1_000; number += 1) {
    const key = `key ${(number * 7) % 23}`;
    const length = (number * 379) % 4_000;
    ring.set(key, bytesOf(number % 256, length), number);
    latest.set(key, { number, length });
    const known = [...latest].filter(([one]) => ring.get(one));
    const isWhole = ([one, { number: about, length: of }]: (typeof known)[number]) =>
      ring.get(one)?.about === about && bytesOf(about % 256, of).equals(ring.get(one)?.bytes ?? bytesOf(0, 0));
    expect(known.filter((one) => !isWhole(one))).toEqual([]);
    // The latest are there, whatever came before.
    const sequence = known.map(([, { number: about }]) => about).sort((a, b) => b - a);
    expect(sequence.slice(0, 2)).toEqual([number, number - 1].slice(0, number + 1));
    expect(known.reduce((sum, [, { length: of }]) => sum + of, 0)).toBeLessThanOrEqual(SIZE);
  }
});

test('small entries count for what their keys and places take', () => {
  const ring = new ByteRing<number>(SIZE);
  const keys = Array.from({ length: 1_000 }, (_, number) => `key ${number}`);
  for (const key of keys) ring.set(key, bytesOf(1, 1), 1);
  expect(keys.filter((key) => ring.get(key)).length).toBeLessThan(SIZE / 200);
  expect(ring.get('key 999')).toBeDefined();
});
