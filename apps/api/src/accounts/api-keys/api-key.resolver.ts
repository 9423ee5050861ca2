import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Allow } from '../../authorization/allow.js';
import { isPerson, signedIn } from '../../authorization/rules.js';
import { type Context, CurrentViewer } from '../../context.js';
import { InvalidInput, NotFound } from '../../graphql/user-error.type.js';
import { Account } from '../account.type.js';
import type { Viewer } from '../viewer.js';
import {
  CreateApiKeyInput,
  CreateApiKeyResult,
  CreateApiKeySuccess,
  RevokeApiKeyInput,
  RevokeApiKeyResult,
  RevokeApiKeySuccess,
  TooManyApiKeys,
} from './api-key.results.js';
import { ApiKey } from './api-key.type.js';
import { apiKeysOf } from './api-keys.js';
import { createApiKey } from './create-api-key.js';
import { revokeApiKey } from './revoke-api-key.js';

@Resolver(() => Account)
export class ApiKeyResolver {
  @Allow(signedIn)
  @Mutation(() => CreateApiKeyResult, {
    description:
      'Makes an API key for your account. Needs a sign-in: a key makes no keys. Should the answer get lost, so is the ' +
      'secret: revoke that key and make another.',
  })
  async createApiKey(
    @Arg('input', { description: 'The key to make.' }) input: CreateApiKeyInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<typeof CreateApiKeyResult> {
    const outcome = await createApiKey(services, viewer, input);
    if ('refused' in outcome) {
      return outcome.refused === 'INVALID_INPUT' ? new InvalidInput(outcome.violations) : new TooManyApiKeys();
    }
    const { apiKey, secret } = outcome;
    return Object.assign(new CreateApiKeySuccess(), { apiKey: Object.assign(new ApiKey(), apiKey), secret });
  }

  @Allow(signedIn)
  @Mutation(() => RevokeApiKeyResult, {
    description: 'Makes an API key of your account stop working at once. Needs a sign-in.',
  })
  async revokeApiKey(
    @Arg('input', { description: 'Which key.' }) { id }: RevokeApiKeyInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<typeof RevokeApiKeyResult> {
    const outcome = await revokeApiKey(services, viewer, id);
    if ('refused' in outcome) return new NotFound('API key');
    return Object.assign(new RevokeApiKeySuccess(), outcome);
  }

  @Allow(isPerson)
  @FieldResolver(() => [ApiKey], {
    description:
      'Your API keys, newest first, 20 at most; those that expired stay for 30 days. Needs a sign-in: a key lists none.',
  })
  async apiKeys(@Root() { id }: Account, @Ctx() { services }: Context): Promise<ApiKey[]> {
    const rows = await apiKeysOf(services, id);
    return rows.map((row) => Object.assign(new ApiKey(), row));
  }
}
