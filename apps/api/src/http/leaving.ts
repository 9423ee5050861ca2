import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server has been told to stop, and so asks everybody to go elsewhere. */
    isLeaving: boolean;
  }
}

/** Makes a server able to leave: from then on each answer ends its connection, so that the next one is made elsewhere. */
export function prepareToLeave(app: FastifyInstance): void {
  app.decorate('isLeaving', false);
  app.addHook('onSend', async (_request, reply) => {
    if (app.isLeaving) reply.header('connection', 'close');
  });
}

/**
 * Closes a server without cutting anybody off. First `/readyz` says no, and connections end with their next answer,
 * while all is served as ever; then whoever is left is sent away: sockets with 1001, requests with 503.
 * @param graceMs how long the first part takes, in milliseconds
 */
export async function leave(app: FastifyInstance, graceMs: number): Promise<void> {
  app.isLeaving = true;
  await pause(graceMs);
  await app.close();
}
