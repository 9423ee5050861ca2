import { LIMITS } from '@oops/item-status';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InvalidInput } from '../../graphql/user-error.type.js';
import { Language } from '../../mail/settings/language.js';
import { Account } from '../account.type.js';
import { EmailTaken, LinkInvalid, TooManyAttempts } from '../account-errors.type.js';
import type { SignUp } from './sign-up.js';

@InputType({ description: 'Where to send the link that an account is made by.' })
export class RequestSignUpInput {
  @Field({ description: `Upper and lower case are the same. At most ${LIMITS.email.maxLength} characters.` })
  email: string;

  @Field(() => Language, {
    nullable: true,
    description: 'In which language the mail is written where no account says it; English if nobody does.',
  })
  language?: Language | null;
}

@ObjectType({
  description:
    'A mail is on its way. The answer is the same whether there is an account with this address or not; the mail says.',
})
export class RequestSignUpSuccess {
  @Field({ description: 'Where the mail goes.', simple: true })
  email: string;
}

@InputType({ description: 'The account to make.' })
export class SignUpInput implements SignUp {
  @Field({ description: 'What stands behind the # of the link. It works once, for 24 hours.' })
  token: string;

  @Field({ description: `How to address you. 1 to ${LIMITS.personName.maxLength} characters.` })
  name: string;

  @Field({
    description: `${LIMITS.password.minLength} to ${LIMITS.password.maxLength} characters of any kind, at least ${LIMITS.password.minDifferent} of them different.`,
  })
  password: string;

  @Field(() => Language, {
    nullable: true,
    description: 'In which language mails to you are written, until you say otherwise; English if nobody says.',
  })
  language?: Language | null;
}

@ObjectType({ description: 'You have an account, and are signed in to it by an HttpOnly cookie.' })
export class SignUpSuccess {
  @Field(() => Account, { description: 'Who you are now.', simple: true })
  account: Account;
}

export const RequestSignUpResult = createUnionType({
  name: 'RequestSignUpResult',
  description: 'What `requestSignUp` can come to.',
  types: () => [RequestSignUpSuccess, InvalidInput, TooManyAttempts] as const,
});

export const SignUpResult = createUnionType({
  name: 'SignUpResult',
  description: 'What `signUp` can come to.',
  types: () => [SignUpSuccess, InvalidInput, LinkInvalid, EmailTaken] as const,
});
