import { type DocumentNode, GraphQLError, visit } from 'graphql';
import { allSelectionsWrittenOut } from './written-out.js';

/** The most tokens that one document may have. */
export const MAX_TOKENS = 4_000;

/** The most that one operation may cost, in points: a hundred orders with all that is told of their items. */
export const MAX_COST = 10_000;

/** How many objects may lie within one another. Our own operations need six. */
export const MAX_DEPTH = 12;

/** The most fields of a document that may be given another name. */
const MAX_ALIASES = 30;

/** The most directives in a document. */
const MAX_DIRECTIVES = 30;

/** The most pairs of fields of a document that answer by the same name. Our own operations have a few hundred. */
const MAX_NAMESAKES = 20_000;

/** The most operations and fragments in a document. */
const MAX_DEFINITIONS = 100;

/** The most selections of all operations of a document, each fragment written out wherever it is spread. */
const MAX_SELECTIONS = 10_000;

/** The most mutations in one operation; each is a transaction, and one of them may be a guess at a password. */
export const MAX_MUTATIONS = 10;

/** A document asks for more than one document may. Nothing of it was run. */
export class QueryTooComplex extends GraphQLError {
  constructor(what: string) {
    super(`The operation ${what}. Ask for less at once.`, {
      extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
    });
  }
}

/**
 * Refuses what makes a small document large, whichever operation of it is run.
 * @throws QueryTooComplex with too many aliases or directives
 */
export function checkSize(document: DocumentNode): void {
  let [aliases, directives] = [0, 0];
  visit(document, {
    Field({ alias }) {
      if (alias) aliases += 1;
    },
    Directive() {
      directives += 1;
    },
  });
  if (aliases > MAX_ALIASES) throw new QueryTooComplex(`has more than ${MAX_ALIASES} aliases`);
  if (directives > MAX_DIRECTIVES) throw new QueryTooComplex(`has more than ${MAX_DIRECTIVES} directives`);
}

/**
 * Refuses what would keep validation or what comes after it busy, in which nobody else is served: validation compares each
 * pair of fields that answer by the same name, and each pair of fragments (graphql-js breaks off too, after some 50 ms); and
 * an operation is compiled with its fragments written out.
 * @throws QueryTooComplex with too many of them
 */
export function checkValidatesSoon(document: DocumentNode): void {
  if (document.definitions.length > MAX_DEFINITIONS)
    throw new QueryTooComplex(`stands among more than ${MAX_DEFINITIONS} operations and fragments`);
  const counts = new Map<string, number>();
  let pairs = 0;
  visit(document, {
    Field({ alias, name }) {
      const { value } = alias ?? name;
      const before = counts.get(value) ?? 0;
      pairs += before;
      counts.set(value, before + 1);
    },
  });
  if (pairs > MAX_NAMESAKES) throw new QueryTooComplex('repeats the same fields too often');
  if (allSelectionsWrittenOut(document) > MAX_SELECTIONS) throw new QueryTooComplex('spreads its fragments too often');
}
