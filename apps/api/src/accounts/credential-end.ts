import type { Signals } from '../signals/signals.js';
import { hashOf } from './token.js';

/** What proves who somebody is: the token of a session, from the cookie, or the secret of an API key. */
export interface Credential {
  readonly kind: 'session' | 'api-key';
  readonly token: string;
}

/** Calls `listener` when a credential has ended, by somebody or by itself. Returns how to stop. */
export function onCredentialEnd(signals: Signals, { kind, token }: Credential, listener: () => void): () => void {
  return signals.on(topicOf(kind, hashOf(token)), listener);
}

/** Tells whoever listens that the credential with this hash has ended. */
export function announceCredentialEnd(signals: Signals, kind: Credential['kind'], hash: string): void {
  signals.send(topicOf(kind, hash));
}

/** Of all topics those that are about the end of a kind of credential, by the hashes of these. */
export function topicsOf(kind: Credential['kind'], topics: readonly string[]): Map<string, string> {
  const prefix = topicOf(kind, '');
  const awaited = topics.filter((topic) => topic.startsWith(prefix));
  return new Map(awaited.map((topic) => [topic.slice(prefix.length), topic]));
}

/** A topic names the hash, because the token itself stays with its holder. */
function topicOf(kind: Credential['kind'], hash: string): string {
  return `${kind}-end:${hash}`;
}
