import { utf8Of } from './utf8.js';

test.each([
  ['nothing', ''],
  ['ASCII', 'Oak Serving Board'],
  ['letters of two and three bytes', '£2.55 – 星光文具'],
  ['letters of four bytes', '🪵🪵'],
  ['half of a letter', `a${'🪵'[0]}b`],
  ['more than there is room for', '星🪵a'.repeat(200_000)],
])('%s comes out as by Buffer.from', (_name, text) => {
  expect(utf8Of(text).equals(Buffer.from(text))).toBe(true);
});

test('what came before stays as it was', () => {
  const first = utf8Of('first');
  utf8Of('second');
  expect(first.toString()).toBe('first');
});
