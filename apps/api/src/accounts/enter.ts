import type { Services } from '../services.js';
import { rememberDevice } from './guesses/known-devices.js';
import { addSession, endSessionOf, viewerOf } from './sessions.js';
import type { Viewer } from './viewer.js';
import type { Visit } from './visit.js';

/** Somebody who has been let in, and what their browser is to keep. */
export interface Entrance {
  readonly viewer: Viewer;
  readonly sessionToken: string;
  readonly deviceToken: string;
}

/**
 * Lets somebody in who has proved who they are: begins a new session, so that none that was planted on the browser lives
 * on, and makes the browser known.
 */
export async function enter(services: Services, accountId: string, visit: Visit): Promise<Entrance> {
  const tokens = await services.database.transaction(async (transaction) => {
    if (visit.sessionToken) await endSessionOf(services, transaction, visit.sessionToken);
    return {
      sessionToken: await addSession(services, transaction, accountId, visit),
      deviceToken: await rememberDevice(transaction, accountId, visit.deviceToken, services.now()),
    };
  });
  const viewer = await viewerOf(services, tokens.sessionToken);
  if (!viewer) throw new Error('a session ended as it began');
  return { viewer, ...tokens };
}
