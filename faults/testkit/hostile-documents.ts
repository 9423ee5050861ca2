import fc from 'fast-check';

/**
 * What somebody may send who means no good, as bytes: documents that are deep, wide, loop or spread their fragments, aliases, directives, long
 * strings, wrong types, things that are no document or no JSON, and UTF-8 that is broken.
 */

const name = fc.constantFrom(
  ...['orders', 'items', 'order', 'node', 'edges', 'viewer', 'changes', 'history', 'id', 'nope', '__schema', 'x'],
);

const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  field: fc
    .tuple(
      fc.constantFrom('', '', 'a: ', 'b: '),
      name,
      fc.constantFrom('', '', '(first: 100)', '(first: -1)', '(id: 7)', '(id: "x")', '(after: {})', '(first: $n)'),
      fc.constantFrom('', '', ' @include(if: true)', ' @skip(if: $n)', ' @nope'),
      fc.oneof({ maxDepth: 5, withCrossShrink: true }, fc.constant(''), tie('selection')),
    )
    .map((parts) => parts.join('')),
  selection: fc
    .array(
      fc.oneof({ maxDepth: 5 }, fc.constantFrom('__typename', '...F', '...G', '... on Item { id }'), tie('field')),
      { minLength: 1, maxLength: 4 },
    )
    .map((fields) => ` { ${fields.join(' ')} }`),
}));

const well = (kind: string) =>
  fc
    .tuple(selection, selection)
    .map(([one, two]) => `${kind} Q($n: Int)${one} fragment F on Order${two} fragment G on Order { ...F }`);
const deep = fc.nat(2_000).map((depth) => `{ ${'order(id: "x") { '.repeat(depth)} id ${'}'.repeat(depth)} }`);
const wide = fc.nat(3_000).map((count) => `{ ${'viewer { id } '.repeat(count)} }`);
const aliased = fc.nat(600).map((count) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: viewer { id }`)} }`);
const loops = fc
  .integer({ min: 1, max: 300 })
  .map((length) =>
    ['{ ...A0 }', ...Array.from({ length }, (_, at) => `fragment A${at} on Query { ...A${(at + 1) % length} }`)].join(
      ' ',
    ),
  );
/** A line of fragments, each of which spreads the next a few times: written out, what is short is beyond all bounds. */
const spreading = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 12 }))
  .map(([length, times]) =>
    [
      '{ viewer { ...A0 } }',
      ...Array.from({ length }, (_, at) => `fragment A${at} on Account { ${`...A${at + 1} `.repeat(times)}}`),
      `fragment A${length} on Account { id }`,
    ].join(' '),
  );
const directed = fc.nat(1_500).map((count) => `{ viewer ${'@include(if: true) '.repeat(count)} { id } }`);
const long = fc.nat(100_000).map((length) => `{ node(id: "${'x'.repeat(length)}") { id } }`);
const noise = fc.string({ unit: 'binary', maxLength: 300 });

const documents = fc.oneof(
  ...['query', 'mutation', 'subscription'].map(well),
  ...[deep, wide, aliased, loops, spreading, directed, long, noise],
);

const variables = fc.oneof(
  fc.constant(undefined),
  fc.record({ n: fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.constant([1]), fc.constant({})) }),
  fc.jsonValue(),
);

/** A document that fits the schema, with an input that mostly does not. No item has such an id, so nothing is changed. */
const unfit = fc
  .record(
    {
      itemId: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
      expectedRevision: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
      url: fc.oneof(
        fc.webUrl(),
        fc.nat(100_000).map((length) => 'x'.repeat(length)),
      ),
      productName: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.nat(25_000).map((length) => '\u{1f600}'.repeat(length)),
      ),
      quantity: fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.jsonValue()),
      unitPrice: fc.oneof(fc.constantFrom('1.00', '-1', '1e9', '1'.repeat(400)), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map((input) => ({
    query: 'mutation ($input: ReplaceItemInput!) { replaceItem(input: $input) { __typename } }',
    variables: { input },
  }));

/** Bytes that stand for no character: a stray one, a lone start, half a pair, a surrogate, one beyond the last. */
const notUtf8 = fc.constantFrom([0xff], [0xc3, 0x28], [0xf0, 0x9f], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]);

/** JSON with such bytes in the midst of its strings. */
const broken = fc
  .tuple(fc.oneof(...['query', 'subscription'].map(well), noise), fc.array(notUtf8, { minLength: 1, maxLength: 5 }))
  .map(([document, wrong]) => {
    const [begin = '', end = ''] = JSON.stringify({ query: `${document} # !HERE!`, variables: {} }).split('!HERE!');
    return Buffer.concat([Buffer.from(begin), Buffer.from(wrong.flat()), Buffer.from(end)]);
  });

/** Bodies of requests, and of messages over a socket. */
export const hostilePayloads = fc.oneof(
  { weight: 9, arbitrary: fc.record({ query: documents, variables }).map(asJson) },
  { weight: 1, arbitrary: unfit.map(asJson) },
  { weight: 1, arbitrary: broken },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.jsonValue().map(asJson) },
);

function asJson(body: unknown): Buffer {
  return Buffer.from(JSON.stringify(body));
}
