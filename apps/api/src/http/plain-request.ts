import type { FastifyRequest } from 'fastify';

/** A request, as far as its answer depends on it. */
export interface PlainRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the answer is to be labelled as. */
  readonly contentType: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** What Apollo Server answers to these words on what a client takes; others are left to it. */
const CONTENT_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', GRAPHQL_TYPE],
  // Apollo Client, and so the page.
  ['application/graphql-response+json,application/json;q=0.9', GRAPHQL_TYPE],
]);

/** A request about which Apollo Server has nothing more to ask: JSON by POST, so no other page can have forged it. */
export function plainRequestIn({ method, headers, body }: FastifyRequest): PlainRequest | undefined {
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return undefined;
  const contentType = CONTENT_TYPES.get(headers.accept);
  const { query, operationName = null, variables, extensions } = (body ?? {}) as Record<string, unknown>;
  if (!contentType || typeof query !== 'string' || extensions != null) return undefined;
  if (typeof operationName !== 'string' && operationName !== null) return undefined;
  if (typeof (variables ?? {}) !== 'object' || Array.isArray(variables)) return undefined;
  return { query, operationName, variables: (variables ?? {}) as Record<string, unknown>, contentType };
}
