import { isolated } from './isolated';

describe('a text among words of another direction', () => {
  it.each(['', 'Oak Serving Board', '大红袍 乌龙茶 250g', 'Størrelse “5 × 3″”', '🎣'])(
    '%j is left as it is',
    (text) => {
      expect(isolated(text)).toBe(text);
    },
  );

  it.each([
    ['Arabic', 'أزرق XL'],
    ['Hebrew', 'חולצה'],
    ['Adlam', '\u{1e900}\u{1e901}'],
    ['an override', 'abc\u202efed'],
    ['a mark of direction', '5\u200f3'],
  ])('%s keeps to itself', (_what, text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`);
  });

  it.each([
    ['an end too many', 'a\u2069b', '\u2068\u2068a\u2069b\u2069'],
    ['an end missing', 'a\u2067b', '\u2068a\u2067b\u2069\u2069'],
    ['both', '\u2069a\u2066', '\u2068\u2068\u2069a\u2066\u2069\u2069'],
    ['both, in order', 'a\u2066b\u2069c', '\u2068a\u2066b\u2069c\u2069'],
  ])('does not reach out by %s', (_what, text, shown) => {
    expect(isolated(text)).toBe(shown);
  });

  it('keeps to itself line by line', () => {
    expect(isolated('XL\nأزرق\r\nخر')).toBe('XL\n\u2068أزرق\u2069\r\n\u2068خر\u2069');
  });
});
