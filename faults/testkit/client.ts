import { setTimeout as pause } from 'node:timers/promises';

/** How long a server may take to answer at all, in milliseconds. */
const ANSWERS_WITHIN_MS = 30_000;

interface GraphqlError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfterMs?: number };
}

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

/** Where a server is to be reached. */
export interface Reachable {
  readonly url: string;
}

/** No answer came, or one that says that something broke: whether it was done is not known, and asking again is right. */
export class NoAnswer extends Error {}

/** Posts an operation to one server and hands back what came, without judging it. */
async function post<T>(
  { url }: Reachable,
  cookie: string,
  query: string,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<{ answer: Answer<T>; cookies: string[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, ...headers },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  });
  const text = await response.text();
  // A server that fails before it gets to GraphQL answers in other ways.
  if (!text.startsWith('{')) throw new Error(`HTTP ${response.status}: ${text.slice(0, 200)}`);
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return { answer: JSON.parse(text) as Answer<T>, cookies };
}

/** The same, insisting on data. Fails with `NoAnswer` where asking again may help. */
export async function ask<T>(server: Reachable, cookie: string, query: string, variables: object = {}): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = (await post<T>(server, cookie, query, variables)).answer;
  } catch (failure) {
    throw new NoAnswer(describe(failure), { cause: failure });
  }
  const { data, errors } = answer;
  if (!errors && data) return data;
  const [{ message, extensions } = { message: JSON.stringify(answer) }] = errors ?? [];
  // Nothing was run: a program waits as long as it is told to.
  if (extensions?.code === 'THROTTLED') {
    await pause(extensions.retryAfterMs ?? 0);
    return ask(server, cookie, query, variables);
  }
  const reason = `${extensions?.code}: ${message}`;
  // Codes are given to what a client may have caused; what has none, e.g. a 503, is an outage.
  if (!extensions?.code || extensions.code === 'INTERNAL_SERVER_ERROR') throw new NoAnswer(reason);
  throw new Error(reason);
}

/** Signs in as one of the demo accounts and returns the cookies. */
export async function signIn(server: Reachable, email: string): Promise<string> {
  const { outcome, cookie } = await trySignIn(server, { email, password: 'oops-demo' });
  if (outcome !== 'SignInSuccess') throw new Error(`nobody could sign in as ${email}: ${outcome}`);
  return cookie;
}

/**
 * Tries to sign in.
 * @param visit the address that the server is to believe it comes from, and the cookies that the browser has
 * @returns which member of the union came back, or the code of an error; and the cookies
 */
export async function trySignIn(
  server: Reachable,
  input: { readonly email: string; readonly password: string },
  { from, cookie = '' }: { readonly from?: string; readonly cookie?: string } = {},
): Promise<{ outcome: string; cookie: string }> {
  const { answer, cookies } = await post<{ signIn: { __typename: string } }>(
    server,
    cookie,
    'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
    { input },
    from === undefined ? {} : { 'x-forwarded-for': from },
  );
  const outcome = answer.data?.signIn.__typename ?? answer.errors?.[0]?.extensions?.code ?? JSON.stringify(answer);
  return { outcome, cookie: cookies.join('; ') };
}

/** Why a request failed, with what undici hides in the cause. */
function describe(failure: unknown): string {
  const { message, cause } = failure as { message: string; cause?: { code?: string; message?: string } };
  return [message, cause?.code ?? cause?.message].filter(Boolean).join(': ');
}
