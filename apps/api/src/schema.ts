import 'reflect-metadata';
import './graphql/enums.js';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { type AuthChecker, buildSchemaSync } from 'type-graphql';
import { AccountResolver } from './accounts/account.resolver.js';
import type { Role } from './accounts/role.js';
import { ChangeResolver } from './changes/change.resolver.js';
import type { Context } from './context.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { ItemResolver } from './orders/item.resolver.js';
import { OrderResolver } from './orders/order.resolver.js';
import { StatusGuideResolver } from './statuses/status-guide.resolver.js';

const isAuthorized: AuthChecker<Context, Role> = ({ context: { viewer } }, roles) =>
  viewer !== null && (roles.length === 0 || roles.includes(viewer.role));

/** Builds the schema from the resolvers. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [AccountResolver, OrderResolver, ItemResolver, ChangeResolver, StatusGuideResolver, NodeResolver],
    authChecker: isAuthorized,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Inputs are judged by the rules, which the page shares, and answered with `InvalidInput`.
    validate: false,
    // The library wants one as soon as there is a subscription. Ours follow the change log and never ask it.
    pubSub: {
      publish: () => {},
      subscribe: () => {
        throw new Error('subscriptions follow the change log');
      },
    },
  });
}
