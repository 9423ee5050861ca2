import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.js';

/**
 * `GET /healthz`: 200 while the process answers at all.
 * `GET /readyz`: 200 if the database answers too, else 503, and 503 once it has been told to stop. Migrations have run before the server listens. It tells how
 * signals travel, but without Redis a server is ready all the same: it serves, and others' changes come by poll.
 */
export function serveHealth(app: FastifyInstance, { database, signals }: Services): void {
  app.get('/healthz', async () => ({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    if (app.isLeaving) return reply.code(503).send({ status: 'leaving' });
    try {
      await database.ping();
      return { status: 'ready', database: 'reachable', signals: signals.reach() };
    } catch (error) {
      app.log.error(error);
      return reply.code(503).send({ status: 'not ready', database: 'unreachable', signals: signals.reach() });
    }
  });
}
