import type { Services } from '../services.js';
import { rememberDevice } from './guesses/known-devices.js';
import { isStillProved, type Proved } from './prove-password.js';
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
 * on, and makes the browser known. Undefined where the password has become another meanwhile: a new one ends all
 * sessions, and must not be overtaken by a sign-in with the old one.
 */
export async function enter(services: Services, proved: Proved, visit: Visit): Promise<Entrance | undefined> {
  const { id } = proved;
  const tokens = await services.database.transaction(async (transaction) => {
    if (!(await isStillProved(transaction, proved))) return undefined;
    if (visit.sessionToken) await endSessionOf(services, transaction, visit.sessionToken);
    return {
      sessionToken: await addSession(services, transaction, id, visit),
      deviceToken: await rememberDevice(transaction, id, visit.deviceToken, services.now()),
    };
  });
  const viewer = tokens && (await viewerOf(services, tokens.sessionToken));
  return viewer ? { viewer, ...tokens } : undefined;
}
