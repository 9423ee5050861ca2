import { Arg, Ctx, Extensions, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../authorization/allow.js';
import { isPerson, signedIn } from '../../authorization/rules.js';
import { type Context, CurrentViewer } from '../../context.js';
import type { FieldCost } from '../../costs/operation-cost.js';
import { visitOf } from '../let-in.js';
import { HASHING, MAILING } from '../prices.js';
import { toAccountError } from '../to-account-error.js';
import type { Viewer } from '../viewer.js';
import { confirmEmailChange } from './confirm-email-change.js';
import {
  ConfirmEmailChangeInput,
  ConfirmEmailChangeResult,
  ConfirmEmailChangeSuccess,
  RequestEmailChangeInput,
  RequestEmailChangeResult,
  RequestEmailChangeSuccess,
} from './email.results.js';
import { requestEmailChange } from './request-email-change.js';

@Resolver()
export class EmailResolver {
  @Extensions({ cost: HASHING + MAILING } satisfies FieldCost)
  @Allow(signedIn)
  @Mutation(() => RequestEmailChangeResult, {
    description: 'Mails a link to the address that you want to sign in with from now on.',
  })
  async requestEmailChange(
    @Arg('input', { description: 'The new address.' }) input: RequestEmailChangeInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() context: Context,
  ): Promise<typeof RequestEmailChangeResult> {
    const outcome = await requestEmailChange(context.services, viewer, input, visitOf(context));
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new RequestEmailChangeSuccess(), outcome);
  }

  @Allow(isPerson)
  @Mutation(() => ConfirmEmailChangeResult, {
    description: 'Changes the address of an account by the link that was mailed to the new one. Needs no sign-in.',
  })
  async confirmEmailChange(
    @Arg('input', { description: 'The link.' }) { token }: ConfirmEmailChangeInput,
    @Ctx() { services }: Context,
  ): Promise<typeof ConfirmEmailChangeResult> {
    const outcome = await confirmEmailChange(services, token);
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new ConfirmEmailChangeSuccess(), outcome);
  }
}
