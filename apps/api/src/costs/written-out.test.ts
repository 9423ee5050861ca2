import { Kind, parse } from 'graphql';
import { allSelectionsWrittenOut, selectionsWrittenOut } from './written-out.js';

const operationOf = (text: string) => {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return selectionsWrittenOut(document)(operation);
};

describe('the selections of an operation, written out', () => {
  test.each([
    ['{ a b { c } }', 3],
    ['{ ...F } fragment F on Q { a b }', 3],
    ['{ ...F x { ...F } } fragment F on Q { a b }', 7],
    ['{ ... on Q { a } }', 2],
    ['{ ...F ...F } fragment F on Q { ...G ...G } fragment G on Q { a }', 10],
    ['{ ...Nowhere }', 1],
  ])('of %s are %i', (text, count) => {
    expect(operationOf(text)).toBe(count);
  });

  test('are counted where fragments spread each other, and where there would be millions', () => {
    expect(operationOf('{ ...F } fragment F on Q { a ...G } fragment G on Q { ...F }')).toBe(4);
    const doubling = Array.from({ length: 40 }, (_, at) => `fragment F${at} on Q { ...F${at + 1} ...F${at + 1} }`);
    expect(operationOf(`{ ...F0 } ${doubling.join(' ')} fragment F40 on Q { a }`)).toBeGreaterThan(2 ** 40);
  });

  test('of a document are those of all its operations', () => {
    const text = 'query A { ...F } query B { x ...F } fragment F on Q { a }';
    expect(allSelectionsWrittenOut(parse(text))).toBe(5);
  });
});
