import { GraphQLError } from 'graphql';
import { decodeCursor, encodeCursor, pageSize } from './cursors.js';

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions;
    throw error;
  }
  return 'accepted';
}

describe('a cursor', () => {
  test.each([
    [['acc_1', 42]],
    [['operations', 0]],
    [['2026-01-02T03-04-05.678Z', 'ord_1']],
    [['钓鱼竿', '']],
    [['one']],
  ])('of %j is read back as it was written', (parts) => {
    expect(decodeCursor(encodeCursor(...parts), parts.length)).toEqual(parts.map(String));
  });

  test('needs no escaping in a link', () => {
    for (let n = 0; n < 300; n += 1) expect(encodeCursor('ÿ~?', n)).toMatch(/^[\w-]+$/);
  });

  const cursor = encodeCursor('acc_1', 42);
  test.each([
    ['nothing', ''],
    ['what is no base64', '!!!'],
    ['words', 'hello'],
    ['what was not encoded', 'acc_1:42'],
    ['a cursor with a sign after it that is none of the alphabet', `${cursor}!`],
    ['a cursor whose spare bits are not zero', `${cursor.slice(0, -1)}J`],
    ['a cursor with padding', `${cursor}==`],
    ['a cursor with white space', ` ${cursor}`],
    ['a cursor that was cut', cursor.slice(0, -4)],
    ['bytes that are no text', Buffer.from([0xff, 0x3a, 0x31]).toString('base64url')],
    ['a cursor with fewer parts', encodeCursor('acc_1')],
    ['a cursor with more parts', encodeCursor('acc_1', 42, 1)],
  ])('may not be %s', (_what, text) => {
    expect(refusalOf(() => decodeCursor(text, 2))).toEqual({ code: 'INVALID_CURSOR', argument: 'after' });
  });
});

describe('the size of a page', () => {
  test.each([1, 20, 100])('may be %p of 100', (first) => {
    expect(pageSize(first, 100)).toBe(first);
  });

  test.each([0, -1, 101, 2 ** 31, Number.NaN])('may not be %p of 100', (first) => {
    expect(refusalOf(() => pageSize(first, 100))).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  test('is refused with a sentence that names the bounds', () => {
    expect(() => pageSize(101, 100)).toThrow('"first" must be from 1 to 100.');
  });
});
