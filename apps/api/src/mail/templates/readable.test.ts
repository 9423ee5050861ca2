import { oneLine, ownLines, shorten } from './readable.js';

test.each([
  ['Rød børste', 'Rød børste'],
  [' 钓鱼竿\t2.1 米 ', '钓鱼竿 2.1 米'],
  ['a\r\nBcc: eve@shop.example', 'a Bcc: eve@shop.example'],
  ['a\u2028b\u0000c', 'a b c'],
  ['\u202eelpmaxe\u202c', 'elpmaxe'],
  ['قصبة', 'قصبة'],
  ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
])('%j is %j in one line', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('a note keeps its own lines, and no others', () => {
  expect(ownLines('Back in May.\r\n\r\n\u2066Ask\u0007 again.\n')).toBe('Back in May.\nAsk again.');
});

test.each([
  ['short', 'short'],
  ['12345678', '12345678'],
  ['123456789', '1234567…'],
  ['🎣'.repeat(9), `${'🎣'.repeat(7)}…`],
])('%j is shortened to %j', (text, short) => {
  expect(shorten(text, 8)).toBe(short);
});
