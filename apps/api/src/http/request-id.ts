import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Names a request, in its answer and in the log. Ours alone: what a client sends of it is left unread. */
export const REQUEST_ID_HEADER = 'x-request-id';

const current = new AsyncLocalStorage<FastifyRequest>();

/** Names each answer by the id of its request. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => void reply.header(REQUEST_ID_HEADER, request.id));
}

/** Runs something that may fail where the request cannot be seen any more. */
export function during<T>(request: FastifyRequest, work: () => T): T {
  return current.run(request, work);
}

/** The request that is being served here, if any. */
export function currentRequest(): FastifyRequest | undefined {
  return current.getStore();
}
