import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { allSelectionsWrittenOut } from '../costs/written-out.js';
import { isCompilable } from './compilable.js';
import { hasPlainLeaves } from './plain-leaves.js';

/**
 * How many documents are kept, and how many selections they come to together, which is what memory goes by: compiled, each
 * takes some 1.1 kB. Those used longest ago go first.
 */
const MAX_DOCUMENTS = 200;
const MAX_SELECTIONS = 50_000;

/** A document of long texts takes as much as one with more selections. */
const CHARACTERS_A_SELECTION = 40;

/** An operation of a document that was found valid. */
export interface KnownOperation {
  /** Tells it from all others that were ever known to this process. */
  readonly id: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The operation as a function, made when it is first asked for; undefined if it cannot be made. */
  readonly compiled: () => CompiledQuery | undefined;
}

/** Documents that were found valid, so that they need not be parsed, validated and walked again each time they come. */
export class KnownDocuments {
  private readonly operations = new LRUCache<string, Map<string | null, KnownOperation>>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_SELECTIONS,
  });

  private count = 0;

  constructor(readonly schema: GraphQLSchema) {}

  /** @param operationName as it was asked for; null where it was not said, because there is but one */
  add(text: string, operationName: string | null, document: DocumentNode, operation: OperationDefinitionNode): void {
    const ofDocument = this.operations.get(text) ?? new Map<string | null, KnownOperation>();
    if (ofDocument.has(operationName)) return;
    const compiled = once(() => {
      if (!isCompilable(document, operation)) return undefined;
      const compilation = compileQuery(this.schema, document, operation.name?.value, {
        // Each leaf would be looked at whether it is of its type, which TypeScript has done.
        disableLeafSerialization: hasPlainLeaves(this.schema, document),
      });
      return isCompiledQuery(compilation) ? compilation : undefined;
    });
    this.count += 1;
    ofDocument.set(operationName, { id: this.count, document, operation, compiled });
    this.operations.set(text, ofDocument, { size: weightOf(text, document) });
  }

  has(text: unknown): boolean {
    return typeof text === 'string' && this.operations.has(text);
  }

  get(text: string, operationName: string | null): KnownOperation | undefined {
    return this.operations.get(text)?.get(operationName);
  }
}

/** As if all of its operations were compiled, because each of them may be. */
function weightOf(text: string, document: DocumentNode): number {
  return Math.max(allSelectionsWrittenOut(document), Math.ceil(text.length / CHARACTERS_A_SELECTION));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
