import type { GraphQLFormattedError } from 'graphql';

/**
 * The longest texts that one answer may hold together, in characters. An order of 500 items, each text of which is as long as
 * may be, comes to some seven million.
 */
const MAX_CHARACTERS = 16_000_000;

/**
 * Answers of so many objects are looked at. That takes time too, and smaller ones are bounded well enough: 30 aliases of the
 * longest link come to 60 million.
 */
const MANY_OBJECTS = 1_000;

/**
 * What speaks against sending an answer: bytes have no price, and a short document may ask for a long text of each of
 * thousands of items, many times over. What was asked for is done by then, which a mutation has to be told.
 * @param objects how many it holds, as it was paid for
 */
export function tooLarge(data: unknown, objects: number | null): GraphQLFormattedError | undefined {
  if (objects === null || objects < MANY_OBJECTS || charactersOf(data) <= MAX_CHARACTERS) return undefined;
  return {
    message: `The answer has more than ${MAX_CHARACTERS} characters. What was asked for is done, and not told; ask for less at once.`,
    extensions: { code: 'QUERY_TOO_COMPLEX' },
  };
}

/** The length of all texts together, or of so many that they are too many. */
function charactersOf(data: unknown): number {
  let count = 0;
  const waiting: unknown[] = [data];
  while (waiting.length > 0 && count <= MAX_CHARACTERS) {
    const value = waiting.pop();
    if (typeof value === 'string') count += value.length;
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) waiting.push(inner);
  }
  return count;
}
