import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import { type Charge, charge } from '../costs/charge.js';

/** Lets an operation be paid for before it runs, and says in `extensions.cost` of the answer what it cost. */
export const takesPayment: ApolloServerPlugin<Context> = {
  requestDidStart: async () => {
    let paid: Charge | undefined;
    return {
      didResolveOperation: async ({ schema, document, operation, request: { variables }, contextValue }) => {
        if (operation) paid = await charge({ schema, document, operation, variables }, contextValue);
      },
      willSendResponse: async ({ response: { body } }) => {
        if (!paid || body.kind !== 'single') return;
        const cost = await paid.settle(body.singleResult.data);
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  },
};
