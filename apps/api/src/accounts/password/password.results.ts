import { LIMITS } from '@oops/item-status';
import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { InvalidInput } from '../../graphql/user-error.type.js';
import { Language } from '../../mail/settings/language.js';
import { Account } from '../account.type.js';
import { LinkInvalid, TooManyAttempts, WrongPassword } from '../account-errors.type.js';
import type { ChangePassword } from './change-password.js';
import type { ResetPassword } from './reset-password.js';

const NEW_PASSWORD = `${LIMITS.password.minLength} to ${LIMITS.password.maxLength} characters of any kind, at least ${LIMITS.password.minDifferent} of them different.`;

@InputType({ description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
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
export class RequestPasswordResetSuccess {
  @Field({ description: 'Where the mail goes.', simple: true })
  email: string;
}

@InputType({ description: 'The new password of whoever holds the link.' })
export class ResetPasswordInput implements ResetPassword {
  @Field({ description: 'What stands behind the # of the link. It works once, for an hour.' })
  token: string;

  @Field({ description: NEW_PASSWORD })
  password: string;
}

@ObjectType({ description: 'The password is changed, all sessions have ended, and you are signed in anew.' })
export class ResetPasswordSuccess {
  @Field(() => Account, { description: 'Who you are now.', simple: true })
  account: Account;
}

@InputType({ description: 'The old password and the new one.' })
export class ChangePasswordInput implements ChangePassword {
  @Field({ description: 'The one that holds until now.' })
  currentPassword: string;

  @Field({ description: NEW_PASSWORD })
  newPassword: string;
}

@ObjectType({ description: 'The password is changed, and your other sessions have ended.' })
export class ChangePasswordSuccess {
  @Field(() => Account, { description: 'Your account.', simple: true })
  account: Account;
}

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description: 'What `requestPasswordReset` can come to.',
  types: () => [RequestPasswordResetSuccess, InvalidInput, TooManyAttempts] as const,
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What `resetPassword` can come to.',
  types: () => [ResetPasswordSuccess, InvalidInput, LinkInvalid] as const,
});

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What `changePassword` can come to.',
  types: () => [ChangePasswordSuccess, InvalidInput, WrongPassword, TooManyAttempts] as const,
});
