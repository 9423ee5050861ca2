import { createRequire } from 'node:module';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { hasPlainLeaves } from './plain-leaves.js';

/**
 * How many documents are kept, and how much text they have together, in characters. Those used longest ago go first.
 * Compiled, a document takes much more than its text.
 */
const MAX_DOCUMENTS = 200;
const MAX_CHARACTERS = 2_000_000;

/** As an ECMAScript module, this part of graphql-jit cannot be imported: it names another one without its ending. */
const { compileVariableParsing }: typeof import('graphql-jit/dist/variables.js') = createRequire(import.meta.url)(
  'graphql-jit/dist/variables.js',
);

type Variables = Readonly<Record<string, unknown>>;

/** An operation as functions. */
interface Compiled {
  readonly query: CompiledQuery['query'];
  /** The values of its variables, with defaults; undefined where they do not fit. */
  readonly valuesOf: (variables: Variables) => Variables | undefined;
}

/** An operation of a document that was found valid. */
export interface KnownOperation {
  /** Tells it from all others that were ever known to this process. */
  readonly id: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The operation as functions, made when they are first asked for; undefined if they cannot be made. */
  readonly compiled: () => Compiled | undefined;
}

/** Documents that were found valid, so that they need not be parsed, validated and walked again each time they come. */
export class KnownDocuments {
  private readonly operations = new LRUCache<string, Map<string | null, KnownOperation>>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  private count = 0;

  constructor(readonly schema: GraphQLSchema) {}

  /** @param operationName as it was asked for; null where it was not said, because there is but one */
  add(text: string, operationName: string | null, document: DocumentNode, operation: OperationDefinitionNode): void {
    const ofDocument = this.operations.get(text) ?? new Map<string | null, KnownOperation>();
    if (ofDocument.has(operationName)) return;
    const compiled = once(() => compile(this.schema, document, operation));
    this.count += 1;
    ofDocument.set(operationName, { id: this.count, document, operation, compiled });
    this.operations.set(text, ofDocument);
  }

  has(text: unknown): boolean {
    return typeof text === 'string' && this.operations.has(text);
  }

  get(text: string, operationName: string | null): KnownOperation | undefined {
    return this.operations.get(text)?.get(operationName);
  }
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  { name, variableDefinitions = [] }: OperationDefinitionNode,
): Compiled | undefined {
  const compilation = compileQuery(schema, document, name?.value, {
    // Each leaf would be looked at whether it is of its type, which TypeScript has done.
    disableLeafSerialization: hasPlainLeaves(schema, document),
  });
  if (!isCompiledQuery(compilation)) return undefined;
  const parse = compileVariableParsing(schema, variableDefinitions);
  return {
    query: compilation.query,
    valuesOf: (variables) => {
      const parsed = parse(variables);
      return 'coerced' in parsed ? parsed.coerced : undefined;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
