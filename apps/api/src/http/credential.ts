import type { IncomingMessage } from 'node:http';
import { GraphQLError } from 'graphql';
import { KEY_BEGINNING } from '../accounts/api-keys/secret.js';
import type { Caller } from '../accounts/caller.js';
import type { Credential } from '../accounts/credential-end.js';
import { callerWith } from '../accounts/credentials.js';
import type { Services } from '../services.js';

/** The places of a request where a credential may stand. */
export interface Carrier {
  /** The session cookie. */
  readonly cookie: string | undefined;
  /** What stands in `Authorization` headers and in `connectionParams.authorization`. */
  readonly authorization: readonly unknown[];
}

/** All that came as `Authorization`. Node hands on the first of several alone. */
export function authorizationIn({ headers, rawHeaders }: IncomingMessage): readonly string[] {
  if (headers.authorization === undefined) return [];
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'authorization');
}

/**
 * The credential that a request carries, or null for none. Two different ones are refused rather than one of them
 * chosen: whoever sends two is mistaken about who acts. Schemes other than Bearer are a proxy's business, unless they bring a
 * key of ours: that is none, so that its program does not go on as nobody.
 */
export function credentialIn({ cookie, authorization }: Carrier): Credential | null | 'TOO_MANY' {
  const secrets = [...new Set(authorization.map(bearerIn).filter((secret) => secret !== undefined))];
  const [token] = secrets;
  if (secrets.length > 1 || (token !== undefined && cookie)) return 'TOO_MANY';
  if (token !== undefined) return { kind: 'api-key', token };
  return cookie ? { kind: 'session', token: cookie } : null;
}

/**
 * The same, where two can be answered with an error.
 * @throws BAD_REQUEST
 */
export function credentialOf(carrier: Carrier): Credential | null {
  const credential = credentialIn(carrier);
  if (credential !== 'TOO_MANY') return credential;
  throw new GraphQLError('Send a session cookie or one API key, not both.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}

/**
 * Who sends a request over HTTP. A wrong key is refused whatever was asked, so that a program never goes on as nobody.
 * @throws BAD_REQUEST, UNAUTHENTICATED
 */
export async function callerOf(services: Services, carrier: Carrier): Promise<Caller> {
  const credential = credentialOf(carrier);
  const caller = await callerWith(services, credential);
  if (credential?.kind === 'api-key' && !caller.viewer) {
    const message = `There is no such API key, or not any more. Keys are sent as "Authorization: Bearer ${KEY_BEGINNING}…".`;
    throw new GraphQLError(message, {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  }
  return caller;
}

function bearerIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const secret = /^bearer(?:\s+(.*))?$/is.exec(value.trim())?.slice(1).join('');
  return secret ?? (value.includes(KEY_BEGINNING) ? '' : undefined);
}
