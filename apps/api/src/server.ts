import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { findMissedCredentialEnds } from './accounts/credentials.js';
import { pollFeeds } from './changes/poll-feeds.js';
import { answerFailure } from './http/answer-failure.js';
import { serveGraphqlOverHttp } from './http/graphql-http.js';
import { serveGraphqlOverWebSocket } from './http/graphql-ws.js';
import { serveHealth } from './http/health.js';
import { readJsonBodies } from './http/json-body.js';
import { prepareToLeave } from './http/leaving.js';
import { serveOneClickUnsubscribe } from './http/one-click-unsubscribe.js';
import { servePage } from './http/page.js';
import { nameRequests, REQUEST_ID_HEADER } from './http/request-id.js';
import { loggedRequest, logRequests, logWithoutValues } from './http/request-log.js';
import { securityHeaders, sendSecurityHeaders } from './http/security-headers.js';
import { createSchema } from './schema.js';
import type { Services } from './services.js';
import { pollForMissed } from './signals/poll.js';

/** The largest body that a request may have, in bytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * How long a request may take to arrive, and how long nothing may move on its connection, in milliseconds. Whoever sends
 * nothing, or reads nothing of an answer, would hold on to memory for ever.
 */
const SLOWEST_REQUEST_MS = 60_000;

/** Puts the server together: everything on one port. It does not listen yet. */
export async function createServer(
  services: Services,
  { logger }: Pick<FastifyServerOptions, 'logger'> = {},
): Promise<FastifyInstance> {
  const { trustedProxies } = services.config;
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: SLOWEST_REQUEST_MS,
    connectionTimeout: SLOWEST_REQUEST_MS,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    // What has no readable path never comes to the hooks.
    frameworkErrors: (error, request, reply) => {
      reply.header(REQUEST_ID_HEADER, request.id).headers(securityHeaders(services.config));
      answerFailure(error, request, reply);
    },
    logController: new LogController({ disableRequestLogging: true }),
    logger:
      typeof logger === 'object'
        ? { ...logger, serializers: { req: loggedRequest }, hooks: { logMethod: logWithoutValues } }
        : (logger ?? false),
  });
  const schema = createSchema();
  prepareToLeave(app);
  nameRequests(app);
  logRequests(app);
  sendSecurityHeaders(app, services.config);
  readJsonBodies(app);
  app.setErrorHandler(answerFailure);
  await app.register(fastifyCookie);
  // For routes that ask for it: files are compressed when they are built.
  await app.register(fastifyCompress, { global: false });
  await serveGraphqlOverHttp(app, services, schema);
  serveGraphqlOverWebSocket(app, services, schema);
  serveHealth(app, services);
  await serveOneClickUnsubscribe(app, services);
  await servePage(app, services);
  const onTrouble = (error: unknown) => app.log.error(error);
  const stopPolls = [
    pollFeeds(services, onTrouble),
    pollForMissed(services.signals, findMissedCredentialEnds(services), onTrouble),
  ];
  app.addHook('onClose', async () => {
    for (const stop of stopPolls) stop();
  });
  return app;
}
