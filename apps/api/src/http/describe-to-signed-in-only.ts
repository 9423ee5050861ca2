import { GraphQLError, Kind, visit } from 'graphql';
import type { Refusal } from './cost-plugin.js';

/** In production, describes the API to nobody but those who are signed in. */
export const describeToSignedInOnly: Refusal = ({ document, contextValue: { viewer, services } }) => {
  if (viewer || !services.config.isProduction) return;
  visit(document, {
    [Kind.FIELD]({ name: { value } }) {
      if (value !== '__schema' && value !== '__type') return;
      throw new GraphQLError('Sign in to be told of the schema.', {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      });
    },
  });
};
