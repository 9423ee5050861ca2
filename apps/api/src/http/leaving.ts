import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server has been told to stop, and so asks everybody to go elsewhere. */
    isLeaving: boolean;
    /** What to do before connections are closed, while requests are still served. */
    readonly partings: Array<() => Promise<void>>;
  }
}

/** Makes a server able to leave: from then on each answer ends its connection, so that the next one is made elsewhere. */
export function prepareToLeave(app: FastifyInstance): void {
  app.decorate('isLeaving', false);
  app.decorate('partings', []);
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (app.isLeaving) reply.header('connection', 'close');
    done(null, payload);
  });
}

/** How long the server is left in peace before it closes: a connection that it has not got round to would be reset. */
const CALM_MS = 100;

/**
 * Closes a server without cutting anybody off. First `/readyz` says no, and connections end with their next answer,
 * while all is served as ever. Then sockets are sent elsewhere with 1001, and in the end whoever is left gets 503.
 * @param graceMs how long the first part takes, in milliseconds
 */
export async function leave(app: FastifyInstance, graceMs: number): Promise<void> {
  app.isLeaving = true;
  await pause(graceMs);
  for (const part of app.partings) await part();
  await pause(CALM_MS);
  await app.close();
}
