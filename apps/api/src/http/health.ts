import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';

/**
 * `GET /healthz`: 200 while the process answers at all.
 * `GET /readyz`: 200 if the database answers too, else 503. Migrations have run before the server listens.
 */
export function serveHealth(app: FastifyInstance, { database }: Services): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await database.ping();
      return { status: 'ready', database: 'reachable' };
    } catch (error) {
      app.log.error(error);
      return reply.code(503).send({ status: 'not ready', database: 'unreachable' });
    }
  });
}
