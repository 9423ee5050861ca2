import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyCompressOptions } from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { type Context, unknownOperation } from '../context.js';
import { chargeRefusal, payForReading } from '../costs/charge.js';
import { Loaders } from '../loaders.js';
import type { Services } from '../services.js';
import { isFromAllowedOrigin } from './allowed-origin.js';
import { startApollo } from './apollo-server.js';
import { cookiesOf } from './cookies.js';
import { authorizationIn, callerOf } from './credential.js';
import { ErrorOrigins } from './error-origins.js';
import { FastLane } from './fast-lane.js';
import { KnownDocuments } from './known-documents.js';
import { createDocumentCheck } from './page-documents.js';
import { plainRequestIn } from './plain-request.js';
import { slowToValidate } from './slow-to-validate.js';
import { unfitSubscription } from './unfit-subscription.js';

const NOT_FROM_THERE = {
  errors: [{ message: 'This origin is not allowed.', extensions: { code: 'FORBIDDEN' } }],
};

const NOT_THIS_WAY = { errors: [{ message: 'Send POST or GET.', extensions: { code: 'BAD_REQUEST' } }] };

/**
 * How answers are compressed for whoever takes them so, as browsers do: 500 items become 20 times smaller. Below the
 * threshold, in bytes, all of an answer is in the first packets anyway. Secrets cannot be guessed by the length of an answer,
 * because no other site can have a browser ask for one (`allowed-origin.ts`).
 */
const COMPRESSION = {
  encodings: ['br', 'gzip'] as Array<'br' | 'gzip'>,
  threshold: 4096,
} satisfies FastifyCompressOptions;

/** Serves GraphQL over HTTP at `/graphql`. */
export async function serveGraphqlOverHttp(
  app: FastifyInstance,
  services: Services,
  schema: GraphQLSchema,
): Promise<void> {
  const { config, database } = services;
  const origins = new ErrorOrigins();
  const documents = new KnownDocuments(schema);
  const fastLane = new FastLane(documents);
  const apollo = await startApollo(app, services, documents, origins);
  const checkDocument = createDocumentCheck(config);

  /** Finds out who asks, and refuses what must not come to be parsed. */
  async function contextOf(request: FastifyRequest, reply: FastifyReply): Promise<Context> {
    const cookies = cookiesOf(request, reply, config);
    const document = documentIn(request);
    checkDocument(cookies.session.token, document);
    const context: Context = {
      services,
      ...(await callerOf(services, {
        cookie: cookies.session.token,
        authorization: authorizationIn(request.raw),
      })),
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      loaders: new Loaders(database),
      operation: unknownOperation(),
      cookies,
    };
    // What was valid once need not be looked at again before it is paid for.
    if (documents.has(document)) return context;
    await payForReading(document, context);
    const unfit = slowToValidate(document) ?? unfitSubscription(schema, document);
    if (!unfit) return context;
    await chargeRefusal(document, context);
    throw unfit;
  }

  /** Has Apollo Server answer, and remembers whose errors it comes to. */
  function answerByApollo(request: FastifyRequest, reply: FastifyReply, asking: () => Promise<Context>) {
    const context = async () => {
      try {
        const known = await asking();
        origins.note(known.operation, request);
        return known;
      } catch (error) {
        origins.note(error, request);
        throw error;
      }
    };
    return fastifyApolloHandler(apollo, { context }).call(app, request, reply);
  }

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    compress: COMPRESSION,
    preHandler: (request, reply, done) => {
      if (isFromAllowedOrigin(request.raw, config)) done();
      else reply.code(403).send(NOT_FROM_THERE);
    },
    handler: async (request, reply) => {
      const asked = plainRequestIn(request);
      if (!asked) return answerByApollo(request, reply, () => contextOf(request, reply));
      const asking = contextOf(request, reply);
      // Should it fail, Apollo Server says why.
      const context = await asking.catch(() => undefined);
      const body = context && (await fastLane.answer(asked, context));
      if (body) return reply.type(asked.contentType).send(body);
      return answerByApollo(request, reply, () => asking);
    },
  });
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (_request, reply) => reply.code(405).header('allow', 'GET, HEAD, POST').send(NOT_THIS_WAY),
  });
}

/** The document of a request, read from where Apollo Server reads it, and in the same way. */
function documentIn({ method, body, url }: FastifyRequest): unknown {
  if (method === 'POST') return (body as { query?: unknown } | null)?.query;
  return new URLSearchParams(url.split('?').slice(1).join('?')).get('query');
}
