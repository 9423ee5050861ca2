import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import { MAX_TOKENS } from '../costs/limits.js';
import type { Services } from '../services.js';
import { type Refusal, takesPayment } from './cost-plugin.js';
import { describeToSignedInOnly } from './describe-to-signed-in-only.js';
import type { ErrorOrigins } from './error-origins.js';
import { maskError } from './errors.js';
import type { KnownDocuments } from './known-documents.js';
import { noListInItself } from './no-list-in-itself.rule.js';

/** Refuses subscriptions, which have nowhere to send to here. */
const refuseSubscriptions: Refusal = ({ operation }) => {
  if (operation?.operation !== 'subscription') return;
  throw new GraphQLError('Subscriptions are served over WebSocket only.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
};

/**
 * Starts Apollo Server, which stops when the app has closed.
 * @param documents is told of what was found valid
 * @param origins knows whose errors its answers come to
 */
export async function startApollo(
  app: FastifyInstance,
  { config }: Services,
  documents: KnownDocuments,
  origins: ErrorOrigins,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: documents.schema,
    csrfPrevention: true,
    introspection: true,
    hideSchemaDetailsFromClientErrors: config.isProduction,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [noListInItself],
    // Nothing uses them, and anybody could fill their cache.
    persistedQueries: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap each field, to work out what nobody asks for.
      ApolloServerPluginCacheControlDisabled(),
      origins.plugin(),
      takesPayment(documents, refuseSubscriptions, describeToSignedInOnly),
    ],
    // Signals are answered in one place, main.ts.
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => {
      const { log, id } = origins.of(error) ?? { log: app.log, id: undefined };
      return maskError(formatted, error, (cause) => log.error(cause), id);
    },
  });
  await apollo.start();
  // By then the last request has been answered. (The drain plugin would close the app from within its own closing.)
  app.addHook('onClose', () => apollo.stop());
  return apollo;
}
