/** What of the orders page stands in the URL, so that a link, a reload and the way back all show the same. */
export interface OrdersLocation {
  readonly search: string;
  readonly needsAttention: boolean;
  /** The orders that are expanded. The first one stands in the path, for that is what links in mails look like. */
  readonly open: readonly string[];
  /** The item of the first open order that a mail leads to, until the page has led there. */
  readonly modify?: string;
}

const PATH = /^\/orders\/([^/]+)\/?$/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function parseOrdersLocation(path: string, query: string): OrdersLocation {
  const params = new URLSearchParams(query);
  const linked = PATH.exec(path)?.[1];
  const open = [...(linked ? [decoded(linked)] : []), ...params.getAll('open')];
  return {
    search: params.get('q') ?? '',
    needsAttention: params.get('show') === 'attention',
    open: [...new Set(open)],
    modify: linked ? (params.get('modify') ?? undefined) : undefined,
  };
}

/** Whether the list of orders is what a path shows. */
export function showsOrders(path: string): boolean {
  return path === '/' || PATH.test(path);
}

export function formatOrdersLocation({ search, needsAttention, open, modify }: OrdersLocation): string {
  const [first, ...others] = open;
  const params = new URLSearchParams();
  if (search) params.set('q', search);
  if (needsAttention) params.set('show', 'attention');
  for (const id of others) params.append('open', id);
  if (modify !== undefined && first !== undefined) params.set('modify', modify);
  const query = params.toString();
  return (first === undefined ? '/' : `/orders/${encodeURIComponent(first)}`) + (query && `?${query}`);
}
