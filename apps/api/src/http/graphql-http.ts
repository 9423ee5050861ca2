import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { viewerOf } from '../accounts/sessions.js';
import type { Context } from '../context.js';
import { Loaders } from '../loaders.js';
import type { Services } from '../services.js';
import { isFromAllowedOrigin } from './allowed-origin.js';
import { maskError } from './errors.js';
import { noListInItself } from './no-list-in-itself.rule.js';
import { sessionCookieOf } from './session-cookie.js';

/** The most tokens that one document may have. */
export const MAX_TOKENS = 4_000;

/** Refuses subscriptions, which have nowhere to send to here. */
const queriesAndMutationsOnly: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== 'subscription') return;
      throw new GraphQLError('Subscriptions are served over WebSocket only.', {
        extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
      });
    },
  }),
};

/** Serves GraphQL over HTTP at `/graphql`. */
export async function serveGraphqlOverHttp(
  app: FastifyInstance,
  services: Services,
  schema: GraphQLSchema,
): Promise<void> {
  const { config, database } = services;
  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    introspection: true,
    hideSchemaDetailsFromClientErrors: config.isProduction,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [noListInItself],
    // Nothing uses them, and anybody could fill their cache.
    persistedQueries: false,
    plugins: [ApolloServerPluginLandingPageDisabled(), queriesAndMutationsOnly],
    // Signals are answered in one place, main.ts.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => maskError(formatted, error, (cause) => app.log.error(cause)),
  });
  await apollo.start();
  // By then the last request has been answered. (The drain plugin would close the app from within its own closing.)
  app.addHook('onClose', () => apollo.stop());
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    preHandler: async (request, reply) => {
      if (!isFromAllowedOrigin(request.raw, config))
        await reply.code(403).send({ error: 'This origin is not allowed.' });
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const cookie = sessionCookieOf(request, reply, config);
        return {
          services,
          viewer: await viewerOf(services, cookie.token),
          loaders: new Loaders(database, true),
          cookie,
        };
      },
    }),
  });
}
