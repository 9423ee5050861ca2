import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InvalidInput, UserError } from '../graphql/user-error.type.js';
import { Account } from './account.type.js';
import { TooManyAttempts } from './account-errors.type.js';
import type { SignIn } from './sign-in.js';

@InputType({ description: 'What somebody signs in with.' })
export class SignInInput implements SignIn {
  @Field({ description: 'Upper and lower case are the same. At most 254 characters.' })
  email: string;

  @Field({ description: 'At most 1,024 characters.' })
  password: string;
}

@ObjectType({ description: 'You are signed in; the session is in an HttpOnly cookie.' })
export class SignInSuccess {
  @Field(() => Account, { description: 'Who you are now.', simple: true })
  account: Account;
}

@ObjectType({ implements: UserError, description: 'There is no account with this email address and password.' })
export class InvalidCredentials extends UserError {
  constructor() {
    super('INVALID_CREDENTIALS', 'Email address or password is wrong.');
  }
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What `signIn` can come to.',
  types: () => [SignInSuccess, InvalidCredentials, InvalidInput, TooManyAttempts] as const,
});
