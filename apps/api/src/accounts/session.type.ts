import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { NotFound } from '../graphql/user-error.type.js';

@ObjectType({ description: 'One sign-in of one browser to your account.' })
export class Session {
  @Field(() => ID, { description: 'What to end it by.', simple: true })
  id: string;

  @Field({ description: 'What the browser said it was, at most 300 characters; empty if nothing.', simple: true })
  userAgent: string;

  @Field({ description: 'The IP address that it signed in from; empty if that is not known.', simple: true })
  address: string;

  @Field({ description: 'When it signed in.', simple: true })
  createdAt: Date;

  @Field({ description: 'When it was used last, to the minute.', simple: true })
  lastUsedAt: Date;

  @Field({
    description: 'When it ends: 30 days after it was used last, and at the latest a year after it began.',
    simple: true,
  })
  expiresAt: Date;

  @Field({ description: 'Whether it is the one that asks.', simple: true })
  isCurrent: boolean;
}

@InputType({ description: 'The session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The id of the session.' })
  id: string;
}

@ObjectType({ description: 'The session has ended, and what was open with it is closed within 2 seconds.' })
export class EndSessionSuccess {
  @Field(() => ID, { description: 'The id of the session that was ended.', simple: true })
  id: string;
}

export const EndSessionResult = createUnionType({
  name: 'EndSessionResult',
  description: 'What `endSession` can come to.',
  types: () => [EndSessionSuccess, NotFound] as const,
});
