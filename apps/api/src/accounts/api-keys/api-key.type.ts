import { Field, ID, ObjectType } from 'type-graphql';
import { Scope } from '../scope.js';

@ObjectType({ description: 'A key by which programs act for your account. Its secret is shown once, when it is made.' })
export class ApiKey {
  @Field(() => ID, { description: 'Opaque. It is not the secret.', simple: true })
  id: string;

  @Field({ description: 'What you call it. 1 to 100 characters.', simple: true })
  name: string;

  @Field({ description: 'The first 16 characters of the secret, by which to tell keys apart.', simple: true })
  prefix: string;

  @Field(() => [Scope], { description: 'What it may be used for. Never empty.', simple: true })
  scopes: readonly Scope[];

  @Field({ description: 'When it was made.', simple: true })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it stops working by itself; null if it holds until it is revoked.',
    simple: true,
  })
  expiresAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was last used, to the minute; null if it never was.',
    simple: true,
  })
  lastUsedAt: Date | null;
}
