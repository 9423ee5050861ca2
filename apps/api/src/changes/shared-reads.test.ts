import type { ChangeRow } from './change-row.js';
import { SharedReads } from './shared-reads.js';

const { jest } = import.meta;

const rows = (sequence: number) => [{ sequence } as ChangeRow];

test('those who ask for the same place at once share one read', async () => {
  const reads = new SharedReads();
  const begin = jest.fn(async () => rows(1));
  const [one, two] = await Promise.all([reads.read('a', 0, 20, begin), reads.read('a', 0, 20, begin)]);
  expect(two).toBe(one);
  expect(begin).toHaveBeenCalledTimes(1);
});

test('another feed and another place are read by themselves', async () => {
  const reads = new SharedReads();
  const begin = jest.fn(async () => rows(1));
  await Promise.all([reads.read('a', 0, 20, begin), reads.read('b', 0, 20, begin), reads.read('a', 1, 20, begin)]);
  expect(begin).toHaveBeenCalledTimes(3);
});

test('who was woken after a read began does not join it, and others join the newer one', async () => {
  const reads = new SharedReads();
  let release = (_: ChangeRow[]) => {};
  const old = reads.read('a', 0, 20, () => new Promise((resolve) => (release = resolve)));
  reads.forget('a');
  const fresh = reads.read('a', 0, 20, async () => rows(1));
  release([]);
  expect(await old).toEqual([]);
  expect(await reads.read('a', 0, 20, async () => rows(2))).toEqual(rows(2));
  expect(await fresh).toEqual(rows(1));
});

test('what has been read, or has failed, is asked for anew', async () => {
  const reads = new SharedReads();
  await expect(reads.read('a', 0, 20, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await reads.read('a', 0, 20, async () => rows(1))).toEqual(rows(1));
  expect(await reads.read('a', 0, 20, async () => rows(2))).toEqual(rows(2));
});
