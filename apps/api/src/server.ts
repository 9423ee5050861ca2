import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serveGraphqlOverHttp } from './http/graphql-http.js';
import { serveGraphqlOverWebSocket } from './http/graphql-ws.js';
import { serveHealth } from './http/health.js';
import { servePage } from './http/page.js';
import { createSchema } from './schema.js';
import type { Services } from './services.js';

/** The largest body that a request may have, in bytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** Puts the server together: everything on one port. It does not listen yet. */
export async function createServer(
  services: Services,
  options: Pick<FastifyServerOptions, 'logger'> = {},
): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: 'idle', ...options });
  const schema = createSchema();
  await app.register(fastifyCookie);
  await serveGraphqlOverHttp(app, services, schema);
  serveGraphqlOverWebSocket(app, services, schema);
  serveHealth(app, services);
  await servePage(app);
  return app;
}
