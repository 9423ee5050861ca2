import { relayStylePagination } from '@apollo/client/utilities';

type Policy = ReturnType<typeof relayStylePagination>;
type Merge = Exclude<Policy['merge'], boolean | undefined>;
type Known = Parameters<Merge>[0];
type Incoming = Parameters<Merge>[1];

/**
 * A list that is read a page at a time. Reading its first page again renews that page and keeps those after it, as long
 * as the two still meet: otherwise coming back to a long list would cut it short under the reader.
 */
export function keepPages(keyArgs: string[]): Policy {
  const pages = relayStylePagination(keyArgs);
  const mergePage = pages.merge as Merge;
  const merge: Merge = (known, incoming, options) => {
    const merged = mergePage(known, incoming, options);
    const rest = options.args?.after ? [] : restOf(known, incoming);
    if (!known || !merged || rest.length === 0) return merged;
    return { ...merged, edges: [...merged.edges, ...rest], pageInfo: known.pageInfo };
  };
  return { ...pages, merge };
}

/** What is known to come after a first page that was just read: nothing, if that page is the last or all of it is new. */
function restOf(known: Known, incoming: Incoming): NonNullable<Known>['edges'] {
  if (!known || !incoming?.edges || !incoming.pageInfo?.hasNextPage) return [];
  const renewed = new Set(incoming.edges.map(orderOf));
  const meet = known.edges.findLastIndex((edge) => renewed.has(orderOf(edge)));
  return meet < 0 ? [] : known.edges.slice(meet + 1);
}

/** Our edges are no entities of their own; the type allows for it. */
function orderOf(edge: NonNullable<Known>['edges'][number]): string | undefined {
  return 'node' in edge ? edge.node.__ref : undefined;
}
