import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { MAX_TOKENS } from '../costs/limits.js';
import { Loaders } from '../loaders.js';
import type { Services } from '../services.js';
import { isFromAllowedOrigin } from './allowed-origin.js';
import { cookiesOf } from './cookies.js';
import { takesPayment } from './cost-plugin.js';
import { callerOf } from './credential.js';
import { maskError } from './errors.js';
import { describesToSignedInOnly } from './introspection-plugin.js';
import { noListInItself } from './no-list-in-itself.rule.js';
import { currentRequest, during } from './request-id.js';
import { slowToValidate } from './slow-to-validate.js';
import { breaksValidation } from './unfit-subscription.js';

const UNFIT_SUBSCRIPTION = {
  errors: [
    {
      message: 'The field of a subscription takes no directives.',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    },
  ],
};

const NOT_THIS_WAY = { errors: [{ message: 'Send POST or GET.', extensions: { code: 'BAD_REQUEST' } }] };

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
    // Whoever is refused for free comes first.
    plugins: [ApolloServerPluginLandingPageDisabled(), queriesAndMutationsOnly, describesToSignedInOnly, takesPayment],
    // Signals are answered in one place, main.ts.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const { log, id } = currentRequest() ?? { log: app.log, id: undefined };
      return maskError(formatted, error, (cause) => log.error(cause), id);
    },
  });
  await apollo.start();
  // By then the last request has been answered. (The drain plugin would close the app from within its own closing.)
  app.addHook('onClose', () => apollo.stop());
  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const cookies = cookiesOf(request, reply, config);
      return {
        services,
        ...(await callerOf(services, {
          cookie: cookies.session.token,
          authorization: [request.headers.authorization],
        })),
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? '',
        loaders: new Loaders(database, true),
        cookies,
      };
    },
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    preHandler: async (request, reply) => {
      if (!isFromAllowedOrigin(request.raw, config))
        return reply.code(403).send({ error: 'This origin is not allowed.' });
      const { query } = (request.body ?? request.query ?? {}) as { query?: unknown };
      const tooSlow = slowToValidate(query);
      if (tooSlow) {
        const { message, extensions } = tooSlow;
        return reply.code(400).send({ errors: [{ message, extensions: { code: extensions.code } }] });
      }
      if (breaksValidation(schema, query)) return reply.code(400).send(UNFIT_SUBSCRIPTION);
    },
    handler: (request, reply) => during(request, () => answer.call(app, request, reply)),
  });
  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    handler: (_request, reply) => reply.code(405).header('allow', 'GET, HEAD, POST').send(NOT_THIS_WAY),
  });
}
