import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.js';

@ObjectType({
  implements: UserError,
  description: 'This was tried too often in a short time, by you or by somebody else. Nothing was looked at.',
})
export class TooManyAttempts extends UserError {
  @Field(() => Int, { description: 'In how many seconds it may be tried again.', simple: true })
  retryAfterSeconds: number;

  /** @param waitMs how long to wait, in milliseconds */
  constructor({ waitMs }: { readonly waitMs: number }) {
    const minutes = Math.ceil(waitMs / 60_000);
    super('TOO_MANY_ATTEMPTS', `Too many attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`);
    this.retryAfterSeconds = Math.ceil(waitMs / 1000);
  }
}

@ObjectType({ implements: UserError, description: 'The current password is another.' })
export class WrongPassword extends UserError {
  constructor() {
    super('WRONG_PASSWORD', 'The current password is wrong.');
  }
}

@ObjectType({ implements: UserError, description: 'The link was used, has expired or never was. Ask for a new one.' })
export class LinkInvalid extends UserError {
  constructor() {
    super('LINK_INVALID', 'This link does not work any more. Ask for a new one.');
  }
}

@ObjectType({ implements: UserError, description: 'Another account has this email address by now.' })
export class EmailTaken extends UserError {
  constructor() {
    super('EMAIL_TAKEN', 'There is an account with this email address already.');
  }
}
