import { LIMITS } from '@oops/item-status';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { InvalidInput, NotFound, UserError } from '../../graphql/user-error.type.js';
import { Scope } from '../scope.js';
import { ApiKey } from './api-key.type.js';
import { MAX_API_KEYS, type NewApiKey } from './create-api-key.js';

@InputType({ description: 'The key to make.' })
export class CreateApiKeyInput implements NewApiKey {
  @Field({ description: `What to call it. 1 to ${LIMITS.apiKeyName.maxLength} characters.` })
  name: string;

  @Field(() => [Scope], { description: 'What it may be used for. At least one.' })
  scopes: Scope[];

  @Field(() => Int, {
    nullable: true,
    description: `In how many days it stops working, ${LIMITS.apiKeyDays.min} to ${LIMITS.apiKeyDays.max}; without it, never by itself.`,
  })
  expiresInDays: number | null;
}

@InputType({ description: 'The key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'The id of the key; not its secret.' })
  id: string;
}

@ObjectType({ description: 'The key was made. Its secret is shown here and never again.' })
export class CreateApiKeySuccess {
  @Field(() => ApiKey, { description: 'The key.', simple: true })
  apiKey: ApiKey;

  @Field({
    description: 'What to send as `Authorization: Bearer …`. We do not keep it: put it where nobody else reads it.',
    simple: true,
  })
  secret: string;
}

@ObjectType({ implements: UserError, description: `An account has at most ${MAX_API_KEYS} keys. Revoke one first.` })
export class TooManyApiKeys extends UserError {
  @Field(() => Int, { description: 'How many keys an account has at most.', simple: true })
  limit: number;

  constructor() {
    super('TOO_MANY_API_KEYS', `An account has at most ${MAX_API_KEYS} API keys. Revoke one first.`);
    this.limit = MAX_API_KEYS;
  }
}

@ObjectType({ description: 'The key works no more, and what was open with it is closed within 2 seconds.' })
export class RevokeApiKeySuccess {
  @Field(() => ID, { description: 'The id of the key that was revoked.', simple: true })
  id: string;
}

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'What `createApiKey` can come to.',
  types: () => [CreateApiKeySuccess, InvalidInput, TooManyApiKeys] as const,
});

export const RevokeApiKeyResult = createUnionType({
  name: 'RevokeApiKeyResult',
  description: 'What `revokeApiKey` can come to.',
  types: () => [RevokeApiKeySuccess, NotFound] as const,
});
