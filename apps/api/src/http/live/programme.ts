import { type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { FollowedChange } from '../../changes/follow-feed.js';
import type { Following } from '../../changes/following.js';
import { type Context, unknownOperation } from '../../context.js';
import { payForTelling } from '../../costs/charge.js';
import { Loaders } from '../../loaders.js';
import { unsettable } from '../cookies.js';
import { isExpected } from '../errors.js';
import { programmeKey } from './programme-key.js';

/** What an audience is told. */
export interface Programme {
  /** Equal for those who are told the same, wherever they stand. */
  readonly key: string;
  /** Who follows it. */
  readonly accountId: string;
  readonly following: Following;
  /**
   * The answer about a change, in JSON.
   * @throws what keeps it from being told whole
   */
  tell(change: FollowedChange): Promise<string>;
}

/** A subscription that has been let in: what graphql-js executes, and by what right. */
export interface Subscription extends ExecutionArgs {
  readonly contextValue: Context;
}

const NO_COOKIES = { session: unsettable(undefined), device: unsettable(undefined) };

/**
 * What a subscription is told. Nothing of its socket comes in, nor what differs between sockets of one caller, because
 * others are sent the same answer.
 * @param mask makes of the errors of an answer what clients may see
 */
export function programmeOf(
  { schema, document, operationName, variableValues, contextValue: { services, viewer, scopes } }: Subscription,
  following: Following,
  mask: (errors: ExecutionResult['errors']) => unknown,
): Programme {
  const context = { services, viewer, scopes, address: '', userAgent: '', cookies: NO_COOKIES };
  const asked = { schema, document, operationName, variableValues };
  return {
    key: programmeKey(asked, { viewer, scopes }),
    accountId: viewer?.id ?? '',
    following,
    tell: async (followed) => {
      const contextValue: Context = {
        ...context,
        loaders: new Loaders(services.database),
        operation: unknownOperation(),
      };
      const { data, errors } = await execute({ ...asked, rootValue: followed, contextValue });
      // Going on with the next change would pass over this one. Clients come back with their last cursor.
      const fault = errors?.find((error) => !isExpected(error));
      if (fault) throw fault;
      const text = JSON.stringify({ data, errors: mask(errors) });
      await payForTelling(text, contextValue);
      return text;
    },
  };
}
