import { deleteExpiredApiKeys } from './accounts/api-keys/api-keys.js';
import { forgetOldDevices } from './accounts/guesses/known-devices.js';
import { deleteExpiredLinks } from './accounts/mailed-links/mailed-links.js';
import { deleteEndedSessions } from './accounts/sessions.js';
import { forgetOldKeys } from './idempotency/remembered-result.js';
import { forgetOldMails } from './mail/outbox/forget-old-mails.js';
import type { Services } from './services.js';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Clears away what has run out: ended sessions, expired API keys and links, browsers that nobody signs in with any more,
 * old idempotency keys and mails. Nothing depends on when that happens.
 */
export async function keepHouse(services: Services): Promise<void> {
  await deleteEndedSessions(services);
  await deleteExpiredApiKeys(services);
  await deleteExpiredLinks(services);
  await forgetOldDevices(services);
  await forgetOldKeys(services);
  await forgetOldMails(services);
}

/** Keeps house now and every hour. A failure is handed to `onError` and tried again an hour later. Returns how to stop. */
export function startHousekeeping(services: Services, onError: (error: unknown) => void): () => void {
  const run = () => void keepHouse(services).catch(onError);
  run();
  const timer = setInterval(run, HOUR_MS).unref();
  return () => clearInterval(timer);
}
