import type { Services } from '../services.js';
import type { FindMissed } from '../signals/poll.js';
import { apiKeyCaller, livingApiKeys } from './api-keys/api-keys.js';
import type { Caller } from './caller.js';
import { type Credential, topicsOf } from './credential-end.js';
import { livingSessions, viewerOf } from './sessions.js';

/** Finds who holds a credential. Nobody does if it is wrong, ended or revoked; which of these is not told. */
export async function callerWith(services: Services, credential: Credential | null): Promise<Caller> {
  if (credential?.kind === 'api-key') return apiKeyCaller(services, credential.token);
  return { viewer: await viewerOf(services, credential?.token), scopes: null };
}

/** Finds the credentials that somebody listens for and that have ended: by themselves, or by a word that was lost. */
export function findMissedCredentialEnds(services: Services): FindMissed {
  return async (topics) => {
    const sessions = topicsOf('session', topics);
    const apiKeys = topicsOf('api-key', topics);
    const [livingSessionHashes, livingKeyHashes] = await Promise.all([
      livingSessions(services, [...sessions.keys()]),
      livingApiKeys(services, [...apiKeys.keys()]),
    ]);
    for (const hash of livingSessionHashes) sessions.delete(hash);
    for (const hash of livingKeyHashes) apiKeys.delete(hash);
    return [...sessions.values(), ...apiKeys.values()];
  };
}
