import { useEffect, useState } from 'react';

/** Where the link leads that jumps over the header, on every page. */
const SKIP_LINK = 'content';

function tokenInAddress(): string {
  const fragment = window.location.hash.slice(1);
  return fragment === SKIP_LINK ? '' : fragment;
}

/**
 * The token of a link from a mail, and how to be rid of it. It stands in the fragment, which browsers send to nobody. It
 * stays in the address until it was used, so that a reload loses nothing.
 */
export function useLinkToken(): readonly [token: string, drop: () => void] {
  const [token, setToken] = useState(tokenInAddress);
  useEffect(() => {
    // Whoever opens the link in the tab that asked for it loads no page anew.
    const read = () => setToken((before) => tokenInAddress() || before);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);

  function drop() {
    setToken('');
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, '', pathname + search);
  }
  return [token, drop];
}
