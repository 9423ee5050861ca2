import { Arg, Ctx, Extensions, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../authorization/allow.js';
import { isPerson } from '../../authorization/rules.js';
import type { Context } from '../../context.js';
import type { FieldCost } from '../../costs/operation-cost.js';
import { letIn, visitOf } from '../let-in.js';
import { requestLink } from '../mailed-links/request-link.js';
import { HASHING, MAILING } from '../prices.js';
import { toAccountError } from '../to-account-error.js';
import { signUp } from './sign-up.js';
import {
  RequestSignUpInput,
  RequestSignUpResult,
  RequestSignUpSuccess,
  SignUpInput,
  SignUpResult,
  SignUpSuccess,
} from './sign-up.results.js';

@Resolver()
export class SignUpResolver {
  @Extensions({ cost: MAILING } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => RequestSignUpResult, {
    description: 'Mails you a link by which you make a buyer’s account. Needs no sign-in.',
  })
  async requestSignUp(
    @Arg('input', { description: 'Where to.' }) input: RequestSignUpInput,
    @Ctx() context: Context,
  ): Promise<typeof RequestSignUpResult> {
    const outcome = await requestLink(context.services, 'AN_ACCOUNT', input, visitOf(context));
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new RequestSignUpSuccess(), outcome);
  }

  @Extensions({ cost: HASHING } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => SignUpResult, {
    description: 'Makes you a buyer’s account by the link that was mailed to you, and signs you in.',
  })
  async signUp(
    @Arg('input', { description: 'The account.' }) input: SignUpInput,
    @Ctx() context: Context,
  ): Promise<typeof SignUpResult> {
    const outcome = await signUp(context.services, input, visitOf(context));
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new SignUpSuccess(), { account: letIn(context, outcome) });
  }
}
