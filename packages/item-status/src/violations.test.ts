import { codePoints, LIMITS } from './limits.js';
import { hostOf, linkProblem, textProblem, wholeNumberProblem, within } from './violations.js';

describe('the length of a text', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['钓鱼竿', 3],
    ['🎣', 1],
    ['𠮷野家', 3],
    // Two letters to a database, though one to the eye.
    ['e\u0301', 2],
    // A family is seven: four people and three joiners.
    ['👨‍👩‍👧‍👦', 7],
  ])('%j counts %i', (text, length) => {
    expect(codePoints(text)).toBe(length);
  });
});

describe('a text', () => {
  test('may be empty unless it is required', () => {
    expect(textProblem('', { maxLength: 5 })).toBeUndefined();
    expect(textProblem('', { maxLength: 5, required: true })).toEqual({ code: 'REQUIRED' });
  });

  test('that is required must hold more than invisible characters', () => {
    expect(textProblem('\u200b\u2060', { maxLength: 5, required: true })).toEqual({ code: 'REQUIRED' });
    expect(textProblem('\u200b'.repeat(6), { maxLength: 5 })).toEqual({ code: 'TOO_LONG', max: 5 });
  });

  test.each([['a'], ['竿'], ['🎣']])('of %j may have as many code points as the limit, and not one more', (letter) => {
    expect(textProblem(letter.repeat(300), { maxLength: 300 })).toBeUndefined();
    expect(textProblem(letter.repeat(301), { maxLength: 300 })).toEqual({ code: 'TOO_LONG', max: 300 });
  });

  test.each(['Rød børste', '钓鱼竿 2.1 米', 'قصبة', '👨‍👩‍👧‍👦', '5 × 3″ · “a”', 'a\u00a0b', 'क्षि'])(
    'may be %j',
    (text) => {
      expect(textProblem(text, { maxLength: 300 })).toBeUndefined();
    },
  );

  test.each([
    ['a null', 'a\u0000b'],
    ['a bell', 'a\u0007b'],
    ['an escape', '\u001b[31mred'],
    ['a delete', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['a lone high surrogate', 'a\ud83cb'],
    ['a lone low surrogate', 'a\udfa3b'],
    ['a high surrogate at the end', 'a\ud83c'],
    ['surrogates the wrong way round', '\udfa3\ud83c'],
  ])('may not hold %s, in one line or in many', (_what, text) => {
    expect(textProblem(text, { maxLength: 300 })).toEqual({ code: 'UNREADABLE_CHARACTERS' });
    expect(textProblem(text, { maxLength: 300, multiline: true })).toEqual({ code: 'UNREADABLE_CHARACTERS' });
  });

  test.each([
    ['a line break', 'a\nb'],
    ['a line break of Windows', 'a\r\nb'],
    ['a tab', 'a\tb'],
  ])('holds %s only where it may have many lines', (_what, text) => {
    expect(textProblem(text, { maxLength: 300, multiline: true })).toBeUndefined();
    expect(textProblem(text, { maxLength: 300 })).toEqual({ code: 'UNREADABLE_CHARACTERS' });
  });
});

describe('a whole number', () => {
  const bounds = { min: 1, max: 100_000 };

  test.each([1, 2, 100_000])('may be %p', (value) => {
    expect(wholeNumberProblem(value, bounds)).toBeUndefined();
  });

  test.each([
    [0, { code: 'TOO_SMALL', min: 1 }],
    [-1, { code: 'TOO_SMALL', min: 1 }],
    [100_001, { code: 'TOO_LARGE', max: 100_000 }],
    [2 ** 31, { code: 'TOO_LARGE', max: 100_000 }],
    [1.5, { code: 'NOT_A_WHOLE_NUMBER' }],
    [Number.NaN, { code: 'NOT_A_WHOLE_NUMBER' }],
    [Number.POSITIVE_INFINITY, { code: 'NOT_A_WHOLE_NUMBER' }],
  ])('may not be %p', (value, problem) => {
    expect(wholeNumberProblem(value, bounds)).toEqual(problem);
  });
});

describe('a link', () => {
  test.each([
    ['https://shop.example/item/1', 'shop.example'],
    ['http://shop.example', 'shop.example'],
    ['HTTP://SHOP.Example/Item', 'shop.example'],
    ['https://shop.example:8443/item', 'shop.example:8443'],
    ['https://shop.example:443/item', 'shop.example'],
    ['https://shop.example/item?id=1&sku=%E7%BA%A2#reviews', 'shop.example'],
    ['https://例え.jp/商品', 'xn--r8jz45g.jp'],
    ['https://xn--r8jz45g.jp/', 'xn--r8jz45g.jp'],
    // What stands before the @ looks like the shop and is not.
    ['https://shop.example@elsewhere.example/', 'elsewhere.example'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
  ])('may be %s; its host is %s', (link, host) => {
    expect(linkProblem(link, LIMITS.url)).toBeUndefined();
    expect(hostOf(link)).toBe(host);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript://shop.example/%0aalert(1)',
    'ftp://shop.example/item',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'mailto:a@shop.example',
    'blob:https://shop.example/1',
    'https:shop.example',
    'https:/shop.example',
    'https:\\\\shop.example',
    '//shop.example/item',
    'shop.example/item',
    'www.shop.example',
    'https://',
    'https://?item=1',
    'https://#item',
    'https://:443/',
    'https://shop.example:99999/',
    'https://shop example/item',
    'https://shop.example/an item',
    'https://shop.example/a\u00a0b',
    ' https://shop.example',
    'https://a<b>.example/',
    'https://[::1/',
    'see https://shop.example',
  ])('may not be %s', (text) => {
    expect(linkProblem(text, LIMITS.url)).toEqual({ code: 'NOT_A_LINK' });
    expect(hostOf(text)).toBeUndefined();
  });

  // The address parser skips the third slash and takes `item` for the host.
  test('may not leave out the host', () => {
    expect(linkProblem('https:///item/1', LIMITS.url)).toEqual({ code: 'NOT_A_LINK' });
  });

  // No name in the DNS is longer than 253, and the tables hold no longer host.
  test('may not have a host that is too long to exist', () => {
    expect(linkProblem(`https://${'a'.repeat(1000)}.example/`, LIMITS.url)).toEqual({ code: 'NOT_A_LINK' });
  });

  test('must be given', () => {
    expect(linkProblem('', LIMITS.url)).toEqual({ code: 'REQUIRED' });
  });

  test('may be 2,048 characters long, and not one more', () => {
    const start = 'https://shop.example/';
    expect(linkProblem(start.padEnd(2048, 'x'), LIMITS.url)).toBeUndefined();
    expect(linkProblem(start.padEnd(2049, 'x'), LIMITS.url)).toEqual({ code: 'TOO_LONG', max: 2048 });
  });

  test.each(['https://shop.example/a\nb', 'https://shop.example/a\tb', 'https://shop.example/\u0000'])(
    'may not hold control characters: %j',
    (text) => {
      expect(linkProblem(text, LIMITS.url)).toEqual({ code: 'UNREADABLE_CHARACTERS' });
    },
  );
});

test('violations found in a part of an input are named by the way to them', () => {
  const found = [
    { field: 'unitPrice', problem: { code: 'REQUIRED' } },
    { field: 'url', problem: { code: 'NOT_A_LINK' } },
  ] as const;
  expect(within('items.3', found)).toEqual([
    { field: 'items.3.unitPrice', problem: { code: 'REQUIRED' } },
    { field: 'items.3.url', problem: { code: 'NOT_A_LINK' } },
  ]);
});
