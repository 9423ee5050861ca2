import type { FastifyInstance } from 'fastify';

/** Names a request, in its answer and in the log. Ours alone: what a client sends of it is left unread. */
export const REQUEST_ID_HEADER = 'x-request-id';

/** Names each answer by the id of its request. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
}
