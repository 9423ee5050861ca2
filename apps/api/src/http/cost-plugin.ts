import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import type { Context } from '../context.js';
import { affordRefusal, type Charge, charge, chargeRefusal, isThrottled } from '../costs/charge.js';
import { tooLarge } from './answer-size.js';
import { beginOperation } from './begin-operation.js';
import type { KnownDocuments } from './known-documents.js';

/** Looks at a valid operation before it is paid for, and throws what speaks against running it. */
export type Refusal = (asked: GraphQLRequestContextDidResolveOperation<Context>) => void;

/**
 * Lets an operation be paid for before it runs, and says in `extensions.cost` of the answer what it cost. A document that
 * is refused before is paid for too: finding that out is work.
 * @param documents is told of what was found valid and not too dear; not of what describes the API, which not everybody may
 *   ask for
 * @param refusals asked here, because Apollo Server runs the hooks of several plugins side by side
 */
export const takesPayment = (
  documents: KnownDocuments,
  ...refusals: readonly Refusal[]
): ApolloServerPlugin<Context> => ({
  requestDidStart: async ({ request: { query }, contextValue }) => {
    let paid: Charge | undefined;
    return {
      didResolveOperation: async (asked) => {
        for (const refuse of refusals) refuse(asked);
        const {
          schema,
          document,
          operation,
          request: { variables },
        } = asked;
        if (!operation) return;
        paid = contextValue.operation.paid ?? (await charge({ schema, document, operation, variables }, contextValue));
        // Variables that do not fit are refused too, also in a document that was accepted before.
        if (!paid) return affordRefusal(query, contextValue);
        await beginOperation(contextValue, paid.cost.fields);
        if (query && paid.cost.paid.size === 0)
          documents.add(query, asked.request.operationName ?? null, document, operation);
      },
      willSendResponse: async ({ response: { body }, errors }) => {
        if (!paid && !errors?.some(isThrottled)) await chargeRefusal(query, contextValue);
        if (!paid || body.kind !== 'single') return;
        const cost = await paid.settle(body.singleResult.data);
        const refusal = tooLarge(body.singleResult.data, cost.actualQueryCost);
        if (refusal) Object.assign(body.singleResult, { errors: [refusal], data: null });
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
});
