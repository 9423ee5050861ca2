import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { findMissedSessionEnds } from './accounts/sessions.js';
import { findMissedGrowth } from './changes/wake-ups.js';
import { serveGraphqlOverHttp } from './http/graphql-http.js';
import { serveGraphqlOverWebSocket } from './http/graphql-ws.js';
import { serveHealth } from './http/health.js';
import { prepareToLeave } from './http/leaving.js';
import { servePage } from './http/page.js';
import { createSchema } from './schema.js';
import type { Services } from './services.js';
import { pollForMissed } from './signals/poll.js';

/** The largest body that a request may have, in bytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Puts the server together: everything on one port. It does not listen yet. */
export async function createServer(
  services: Services,
  options: Pick<FastifyServerOptions, 'logger'> = {},
): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: 'idle', ...options });
  const schema = createSchema();
  prepareToLeave(app);
  await app.register(fastifyCookie);
  await serveGraphqlOverHttp(app, services, schema);
  serveGraphqlOverWebSocket(app, services, schema);
  serveHealth(app, services);
  await servePage(app);
  const finders = [findMissedGrowth(services.database), findMissedSessionEnds(services)];
  const stopPolling = pollForMissed(services.signals, finders, (error) => app.log.error(error));
  app.addHook('onClose', async () => stopPolling());
  return app;
}
