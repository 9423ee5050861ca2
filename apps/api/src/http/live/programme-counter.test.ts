import type { Programme } from './programme.js';
import { MAX_PROGRAMMES, ProgrammeCounter } from './programme-counter.js';

const programme = (key: number, accountId = 'acc_1') => ({ key: String(key), accountId }) as Programme;

test('an account follows so many programmes, each as often as it likes', () => {
  const counter = new ProgrammeCounter();
  for (let key = 0; key < MAX_PROGRAMMES; key += 1) expect(counter.add(programme(key))).toBe(true);
  expect(counter.add(programme(MAX_PROGRAMMES))).toBe(false);
  expect(counter.add(programme(0))).toBe(true);
  expect(counter.add(programme(MAX_PROGRAMMES, 'acc_2'))).toBe(true);
  // Two listen to it, so one that leaves makes no room.
  counter.remove(programme(0));
  expect(counter.add(programme(MAX_PROGRAMMES))).toBe(false);
  counter.remove(programme(0));
  expect(counter.add(programme(MAX_PROGRAMMES))).toBe(true);
});
