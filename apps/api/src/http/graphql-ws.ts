import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type subscribe,
} from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { onCredentialEnd } from '../accounts/credential-end.js';
import { callerWith } from '../accounts/credentials.js';
import { Following } from '../changes/following.js';
import { type Context, type Cookies, unknownOperation } from '../context.js';
import { affordRefusal, charge, chargeRefusal, isThrottled, payForReading } from '../costs/charge.js';
import { Loaders } from '../loaders.js';
import type { Services } from '../services.js';
import { type Accepted, subscriptionAcceptor } from './accept-subscription.js';
import { isFromAllowedOrigin } from './allowed-origin.js';
import { DEVICE_COOKIE, SESSION_COOKIE, unsettable } from './cookies.js';
import { authorizationIn, type Carrier, credentialIn, credentialOf } from './credential.js';
import { isExpected, maskError } from './errors.js';
import { Audiences } from './live/audiences.js';
import { Listener } from './live/listener.js';
import { programmeOf, type Subscription } from './live/programme.js';
import { MAX_PROGRAMMES } from './live/programme-counter.js';
import { createDocumentCheck } from './page-documents.js';
import { REQUEST_ID_HEADER } from './request-id.js';
import { SocketCounter } from './socket-counter.js';

/** The largest message that a client may send, in bytes. */
const MAX_MESSAGE_BYTES = 64 * 1024;

/** How much may wait to be sent to a client that does not read, in bytes; one that goes on asking is cut off. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** The most subscriptions that one socket may carry. */
const MAX_OPERATIONS = 50;

/** Closes a socket whose credential ended while it was open; asking anew is answered with 4403. */
const CREDENTIAL_ENDED = 4401;

/** Closes a socket that comes with two credentials. */
const BAD_REQUEST = 4400;

/** Closes a socket of an account that has too many. Trying again later may help. */
const TRY_AGAIN_LATER = 1013;

/** How long clients may take to answer that the server goes away; one that does not read never would. */
const LONGEST_FAREWELL_MS = 3_000;

/** What the handlers need of a socket. */
type Socket = Pick<SocketContext, 'subscriptions' | 'connectionParams'> & { readonly extra: Extra };

/**
 * Serves subscriptions over WebSocket at `/graphql`, in the graphql-transport-ws protocol. What protects the HTTP side
 * does not reach here, so the same rules are applied again; queries and mutations stay on HTTP. A socket without a
 * credential is closed with 4403.
 */
export function serveGraphqlOverWebSocket(app: FastifyInstance, services: Services, schema: GraphQLSchema): void {
  const { config } = services;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  app.server.on('upgrade', (request, socket, head) => {
    // Node has taken its own listener off, and an error that nobody hears would end the process.
    socket.on('error', destroyItself);
    // Taken by hand, because not all that a client may send is a URL.
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/graphql' || !isFromAllowedOrigin(request, config)) {
      // It never becomes a request of fastify's, which would name it and log it.
      const id = randomUUID();
      app.log.info({ reqId: id, path, origin: request.headers.origin }, 'refused an upgrade');
      socket.end(`HTTP/1.1 403 Forbidden\r\n${REQUEST_ID_HEADER}: ${id}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      cutOffIfUnread(webSocket);
      sockets.emit('connection', webSocket, essenceOf(request));
      // graphql-ws writes a stack for each message that is too large or no UTF-8, and anybody may send such without end.
      // What ends the socket for it, with a code that says why, is ws itself.
      webSocket.removeAllListeners('error').on('error', ignore);
    });
  });

  const cookiesOf = ({ extra }: Socket): Cookies => {
    const sent = app.parseCookie(extra.request.headers.cookie ?? '');
    return { session: unsettable(sent[SESSION_COOKIE]), device: unsettable(sent[DEVICE_COOKIE]) };
  };

  const carrierOf = (socket: Socket): Carrier => ({
    cookie: cookiesOf(socket).session.token,
    authorization: [...authorizationIn(socket.extra.request), ...authorizationAmong(socket.connectionParams)],
  });

  const logged = new WeakSet<object>();
  const logOnce = (error: unknown) => {
    // One fault may end thousands of subscriptions, and comes here from each, wrapped anew.
    const fault = (error as GraphQLError).originalError ?? (error as GraphQLError);
    if (!logged.has(fault)) app.log.error(error);
    logged.add(fault);
  };

  const mask = (errors: readonly GraphQLFormattedError[] | undefined) =>
    errors?.map((error) => maskError(error instanceof GraphQLError ? error.toJSON() : error, error, logOnce));

  const checkDocument = createDocumentCheck(config);

  const { accept, knows } = subscriptionAcceptor(schema, config.isProduction);

  const audiences = new Audiences();

  const counter = new SocketCounter(config.socketsPerAccount);

  const served = useServer(
    {
      onConnect: async (socket) => {
        const credential = credentialIn(carrierOf(socket));
        if (credential === 'TOO_MANY') socket.extra.socket.close(BAD_REQUEST, 'A session or an API key, not both');
        if (credential === null || credential === 'TOO_MANY') return false;
        const close = () => socket.extra.socket.close(CREDENTIAL_ENDED, 'The session or API key has ended');
        // Listens before it looks, so that an end in between is not missed.
        socket.extra.socket.once('close', onCredentialEnd(services.signals, credential, close));
        const { viewer } = await callerWith(services, credential);
        if (!viewer) return false;
        const isWithinLimit = counter.add(viewer.id, socket.extra.socket);
        if (!isWithinLimit) socket.extra.socket.close(TRY_AGAIN_LATER, 'Too many sockets of this account');
        return isWithinLimit;
      },
      onSubscribe: async (socket, _id, payload) => {
        // Before anything is waited for, or those that come together would all count each other.
        if (Object.keys(socket.subscriptions).length > MAX_OPERATIONS) return [tooManyOperations()];
        const cookies = cookiesOf(socket);
        const unknown = await refusalOf(async () => checkDocument(cookies.session.token, payload.query));
        if (unknown) return unknown;
        const contextValue: Context = {
          services,
          ...(await callerWith(services, credentialOf(carrierOf(socket)))),
          // Never asked for: only who is signed in has a socket.
          address: socket.extra.request.socket.remoteAddress ?? '',
          userAgent: socket.extra.request.headers['user-agent'] ?? '',
          loaders: new Loaders(services.database),
          operation: unknownOperation(),
          cookies,
        };
        const pay = knows(payload.query) ? affordRefusal : payForReading;
        const throttled = await refusalOf(() => pay(payload.query, contextValue));
        if (throttled) return throttled;
        const accepted = accept(payload);
        const refused = Array.isArray(accepted) ? accepted : await refusalOf(() => charge(accepted, contextValue));
        if (!refused) return { ...(accepted as Accepted), contextValue };
        if (!refused.some(isThrottled)) await chargeRefusal(payload.query, contextValue);
        return refused;
      },
      subscribe: (args) => createSourceEventStream(args) as ReturnType<typeof subscribe>,
      onOperation: (socket, id, _payload, args, result) => {
        if (!(result instanceof Following)) return;
        const programme = programmeOf(args as Subscription, result, mask);
        // graphql-ws holds on to the arguments for as long as the subscription lasts, and needs this no more.
        args.contextValue = undefined;
        if (!audiences.admit(programme)) return { errors: [tooManyProgrammes()] };
        return new Listener(audiences, programme, socket.extra.socket, id);
      },
      onNext: (_socket, _id, _payload, _args, result) => {
        // What cannot begin.
        const fault = result.errors?.find((error) => !isExpected(error));
        if (fault) throw fault;
        return result.errors ? { ...result, errors: mask(result.errors) as GraphQLError[] } : undefined;
      },
      onError: (_socket, _id, _payload, errors) => mask(errors),
      // A socket closed by a fault of ours never tells which.
      isProd: true,
    },
    sockets,
  );
  let parted: Promise<void> | undefined;
  const part = () => {
    parted ??= dismiss(sockets, served);
    return parted;
  };
  app.partings.push(part);
  app.addHook('preClose', part);
}

// What is defined outside of a handler does not hold on to the request in it.

function ignore(): void {}

function destroyItself(this: Duplex): void {
  this.destroy();
}

/** What is asked of a request as long as its socket is open. The rest of it would take some KiB a socket. */
function essenceOf(request: IncomingMessage): IncomingMessage {
  const { cookie, authorization, 'user-agent': userAgent } = request.headers;
  const essence = {
    headers: { cookie, authorization, 'user-agent': userAgent },
    rawHeaders: authorizationIn(request).flatMap((value) => ['authorization', value]),
    socket: { remoteAddress: request.socket.remoteAddress },
  };
  return essence as IncomingMessage;
}

/** What stands in the parameters of a connection as `authorization`, which some clients write as the header. */
function authorizationAmong(parameters: Readonly<Record<string, unknown>> | undefined): unknown[] {
  return Object.entries(parameters ?? {}).flatMap(([name, value]) => (/^authorization$/i.test(name) ? [value] : []));
}

/** Sends all sockets elsewhere, and lets no more in. */
async function dismiss(sockets: WebSocketServer, served: { dispose(): void | Promise<void> }): Promise<void> {
  const cutOff = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, LONGEST_FAREWELL_MS);
  await served.dispose();
  clearTimeout(cutOff);
}

/**
 * Ends a socket whose client asks on and on without reading the answers. A subscription by itself waits until each change
 * has been taken, and a client that has fallen silent is ended by the pings.
 */
function cutOffIfUnread(socket: WebSocket): void {
  socket.on('message', () => {
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) socket.terminate();
  });
}

/** The error that something ends with and a client may cause, as this protocol wants it; undefined if it goes well. */
async function refusalOf(work: () => Promise<unknown>): Promise<GraphQLError[] | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function tooManyOperations(): GraphQLError {
  const message = `A socket carries at most ${MAX_OPERATIONS} subscriptions.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}

function tooManyProgrammes(): GraphQLError {
  const message = `An account follows at most ${MAX_PROGRAMMES} different subscriptions at a time. Follow one for several sockets, or \`changes\` for several orders.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}
