import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.js';

/**
 * Remembers of which request errors came, for whoever logs them and is handed nothing but the error. (An AsyncLocalStorage
 * would know too, but it makes each promise of the program dearer.)
 */
export class ErrorOrigins {
  private readonly requests = new WeakMap<object, FastifyRequest>();

  /** Remembers that an error, or an operation, is of a request. */
  note(errorOrOperation: unknown, request: FastifyRequest): void {
    if (typeof errorOrOperation === 'object' && errorOrOperation !== null) this.requests.set(errorOrOperation, request);
  }

  /** The request that an error came of, if that is known. */
  of(error: unknown): FastifyRequest | undefined {
    if (typeof error !== 'object' || error === null) return undefined;
    return this.requests.get(error) ?? this.of((error as { originalError?: unknown }).originalError);
  }

  /** Notes the errors of operations that were noted. */
  plugin(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ contextValue, errors }) => {
          const request = this.requests.get(contextValue.operation);
          if (request) for (const error of errors) this.note(error, request);
        },
      }),
    };
  }
}
