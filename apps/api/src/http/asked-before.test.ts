import { AskedBefore } from './asked-before.js';

test('only what came before is known', () => {
  const asked = new AskedBefore();
  const texts = Array.from({ length: 1_000 }, (_, index) => `text ${index}`);
  const known = texts.filter((text) => asked.has(text));
  // It may err, and rarely does.
  expect(known.length).toBeLessThan(5);
  expect(texts.filter((text) => asked.has(text)).length).toBeGreaterThan(950);
});

test('what came just before is known, however much came earlier', () => {
  const asked = new AskedBefore();
  for (let index = 0; index < 200_000; index += 1) asked.has(`text ${index}`);
  asked.has('this');
  expect(asked.has('this')).toBe(true);
});
