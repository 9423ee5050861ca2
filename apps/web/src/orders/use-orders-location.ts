import { useCallback, useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatOrdersLocation, type OrdersLocation, parseOrdersLocation } from './orders-location';

export function useOrdersLocation() {
  const [path, navigate] = useLocation();
  const query = useSearch();
  const location = useMemo(() => parseOrdersLocation(path, query), [path, query]);
  const change = useCallback(
    (part: (now: OrdersLocation) => Partial<OrdersLocation>) => {
      // Read afresh: several changes may come before the next rendering.
      const now = parseOrdersLocation(window.location.pathname, window.location.search);
      // The dialog that may be open stays: it stands in the state of the entry.
      navigate(formatOrdersLocation({ ...now, ...part(now) }), { replace: true, state: window.history.state });
    },
    [navigate],
  );
  return [location, change] as const;
}
