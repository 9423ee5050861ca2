import { useQuery } from '@apollo/client/react';
import { createContext, type ReactNode, useContext } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { readFragment } from '../gql/fragment-masking';
import { SessionDocument, type ViewerFragment, ViewerFragmentDoc } from '../gql/graphql';

export type Viewer = Pick<ViewerFragment, 'id' | 'name' | 'email' | 'role' | 'latestChangeCursor'>;

/** Who is signed in: `undefined` while that is not known yet, `null` for nobody. */
export interface Session {
  readonly viewer: Viewer | null | undefined;
  readonly error: unknown;
  retry(): void;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(SessionDocument);
  const viewer = data && (readFragment(ViewerFragmentDoc, data.viewer) ?? null);
  const retry = () => void refetch().catch(() => {});
  return <SessionContext.Provider value={{ viewer, error, retry }}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

const ViewerContext = createContext<Viewer | undefined>(undefined);

/** The person who is signed in, inside of `RequireViewer`. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer outside of RequireViewer');
  return viewer;
}

/** For words that differ between the two; as for a buyer where nobody is signed in. */
export function useRole(): Viewer['role'] {
  return useContext(ViewerContext)?.role ?? 'BUYER';
}

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext.Provider value={viewer}>{children}</ViewerContext.Provider>;
}

/** Leads to the sign-in page, which leads back to where one was. */
export function ToSignIn() {
  const [path] = useLocation();
  const search = useSearch();
  const from = (search ? `${path}?${search}` : path) + window.location.hash;
  const to = from === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`;
  // With its state, in which an open dialog stands: that is where the person goes on after the sign-in.
  return <Redirect replace to={to} state={window.history.state} />;
}

/** Where to go after the sign-in: only ever a path of this page, whatever the link says. */
export function nextLocation(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
}
