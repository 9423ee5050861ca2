import { type ApolloCache, ApolloLink, type Reference, type StoreObject } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { concatMap, finalize, map, of } from 'rxjs';
import { ItemRowFragmentDoc, OrderCardFragmentDoc } from '../gql/graphql';

/** For each who listens, what the server has told of since then, by ids of the cache. */
const listening = new Set<Set<string>>();

/** Notes that the server has told of an order or item by itself. */
export function noteWord(id: string | undefined): void {
  if (id !== undefined) for (const told of listening) told.add(id);
}

/** Notes the ids of what the server tells of by itself from now on, until it is ended. */
function hearWords() {
  const told = new Set<string>();
  listening.add(told);
  return { told: told as ReadonlySet<string>, end: () => listening.delete(told) };
}

/**
 * Keeps answers from taking back what the server has told meanwhile: they travel on another road, and may have been read
 * before it. If they were read after it, they say the same, or the next word is on its way. When an order was closed
 * meanwhile it asks again, for that changes what each of its items allows, and no word says so of each.
 */
export const keepLaterWords = new ApolloLink((operation, forward) => {
  if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation);
  const { cache } = operation.client;
  const { told, end } = hearWords();
  return forward(operation).pipe(
    concatMap((result) => (wasClosed(result.data, told, cache) ? forward(operation) : of(result))),
    map((result) => (told.size > 0 ? { ...result, data: corrected(result.data, told, cache) } : result)),
    finalize(end),
  );
});

/** Whether an order has been closed since the answer was read. */
function wasClosed(value: unknown, told: ReadonlySet<string>, cache: ApolloCache): boolean {
  if (told.size === 0 || value === null || typeof value !== 'object') return false;
  const id = 'state' in value && value.state === 'OPEN' ? cache.identify(value as StoreObject) : undefined;
  if (id !== undefined && told.has(id) && orderWord(id, cache)?.state === 'CLOSED') return true;
  return Object.values(value).some((inner) => wasClosed(inner, told, cache));
}

function corrected<T>(value: T, told: ReadonlySet<string>, cache: ApolloCache): T {
  if (Array.isArray(value)) return value.map((entry) => corrected(entry, told, cache)) as T;
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, corrected(inner, told, cache)]);
  const id = cache.identify(value as StoreObject | Reference);
  return { ...Object.fromEntries(fields), ...(id !== undefined && told.has(id) && wordOn(id, cache)) };
}

/** What the page knows of an order or item by now. */
function wordOn(id: string, cache: ApolloCache): object | null {
  return id.startsWith('Item:')
    ? cache.readFragment({ id, fragment: ItemRowFragmentDoc, fragmentName: 'ItemRow' })
    : orderWord(id, cache);
}

const orderWord = (id: string, cache: ApolloCache) =>
  cache.readFragment({ id, fragment: OrderCardFragmentDoc, fragmentName: 'OrderCard' });
