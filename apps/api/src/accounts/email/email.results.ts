import { LIMITS } from '@oops/item-status';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InvalidInput } from '../../graphql/user-error.type.js';
import { EmailTaken, LinkInvalid, TooManyAttempts, WrongPassword } from '../account-errors.type.js';
import type { RequestEmailChange } from './request-email-change.js';

@InputType({ description: 'The address to sign in with from now on.' })
export class RequestEmailChangeInput implements RequestEmailChange {
  @Field({ description: `Upper and lower case are the same. At most ${LIMITS.email.maxLength} characters.` })
  email: string;

  @Field({ description: 'Your password, so that nobody else does this from a session of yours.' })
  currentPassword: string;
}

@ObjectType({ description: 'A mail with a link is on its way to the new address. Nothing has changed yet.' })
export class RequestEmailChangeSuccess {
  @Field({ description: 'Where the mail goes.', simple: true })
  email: string;
}

@InputType({ description: 'That the new address is right.' })
export class ConfirmEmailChangeInput {
  @Field({ description: 'What stands behind the # of the link. It works once, for 24 hours.' })
  token: string;
}

@ObjectType({ description: 'The address is changed. The old one was told.' })
export class ConfirmEmailChangeSuccess {
  @Field({ description: 'What you sign in with now.', simple: true })
  email: string;
}

export const RequestEmailChangeResult = createUnionType({
  name: 'RequestEmailChangeResult',
  description: 'What `requestEmailChange` can come to.',
  types: () => [RequestEmailChangeSuccess, InvalidInput, WrongPassword, TooManyAttempts] as const,
});

export const ConfirmEmailChangeResult = createUnionType({
  name: 'ConfirmEmailChangeResult',
  description: 'What `confirmEmailChange` can come to.',
  types: () => [ConfirmEmailChangeSuccess, LinkInvalid, EmailTaken] as const,
});
