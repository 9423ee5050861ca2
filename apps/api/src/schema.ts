import 'reflect-metadata';
import './graphql/enums.js';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver } from './accounts/account.resolver.js';
import { ApiKeyResolver } from './accounts/api-keys/api-key.resolver.js';
import { EmailResolver } from './accounts/email/email.resolver.js';
import { PasswordResolver } from './accounts/password/password.resolver.js';
import { SessionResolver } from './accounts/session.resolver.js';
import { SignUpResolver } from './accounts/sign-up/sign-up.resolver.js';
import { enforceRules } from './authorization/enforce-rules.js';
import { ChangeResolver } from './changes/change.resolver.js';
import { answerAtHand } from './graphql/answer-at-hand.js';
import { DateTime } from './graphql/date-time.js';
import { doneOnce } from './graphql/done-once.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { MailResolver } from './mail/log/mail.resolver.js';
import { MailSettingsResolver } from './mail/settings/mail-settings.resolver.js';
import { ItemResolver } from './orders/item.resolver.js';
import { OrderResolver } from './orders/order.resolver.js';
import { StatusGuideResolver } from './statuses/status-guide.resolver.js';

/** Builds the schema from the resolvers. Fails if a field does not say who may ask for it. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      SessionResolver,
      SignUpResolver,
      PasswordResolver,
      EmailResolver,
      ApiKeyResolver,
      MailSettingsResolver,
      OrderResolver,
      ItemResolver,
      ChangeResolver,
      MailResolver,
      StatusGuideResolver,
      NodeResolver,
    ],
    scalarsMap: [{ type: Date, scalar: DateTime }],
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
  return enforceRules(doneOnce(answerAtHand(schema)));
}
