import { Arg, Ctx, Extensions, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../authorization/allow.js';
import { isPerson, signedIn } from '../../authorization/rules.js';
import { type Context, CurrentViewer } from '../../context.js';
import type { FieldCost } from '../../costs/operation-cost.js';
import { toAccount } from '../account.type.js';
import { letIn, visitOf } from '../let-in.js';
import { requestLink } from '../mailed-links/request-link.js';
import { HASHING, MAILING } from '../prices.js';
import { toAccountError } from '../to-account-error.js';
import type { Viewer } from '../viewer.js';
import { changePassword } from './change-password.js';
import {
  ChangePasswordInput,
  ChangePasswordResult,
  ChangePasswordSuccess,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  RequestPasswordResetSuccess,
  ResetPasswordInput,
  ResetPasswordResult,
  ResetPasswordSuccess,
} from './password.results.js';
import { resetPassword } from './reset-password.js';

@Resolver()
export class PasswordResolver {
  @Extensions({ cost: MAILING } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => RequestPasswordResetResult, {
    description: 'Mails you a link by which you choose a new password. Needs no sign-in.',
  })
  async requestPasswordReset(
    @Arg('input', { description: 'Where to.' }) input: RequestPasswordResetInput,
    @Ctx() context: Context,
  ): Promise<typeof RequestPasswordResetResult> {
    const outcome = await requestLink(context.services, 'A_PASSWORD', input, visitOf(context));
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new RequestPasswordResetSuccess(), outcome);
  }

  @Extensions({ cost: HASHING } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => ResetPasswordResult, {
    description:
      'Gives your account a new password by the link that was mailed to you, ends all its sessions, and signs you in.',
  })
  async resetPassword(
    @Arg('input', { description: 'The new password.' }) input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<typeof ResetPasswordResult> {
    const outcome = await resetPassword(context.services, input, visitOf(context));
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new ResetPasswordSuccess(), { account: letIn(context, outcome) });
  }

  @Extensions({ cost: 2 * HASHING } satisfies FieldCost)
  @Allow(signedIn)
  @Mutation(() => ChangePasswordResult, {
    description: 'Changes your password, and ends your other sessions. Your API keys work on.',
  })
  async changePassword(
    @Arg('input', { description: 'The old and the new.' }) input: ChangePasswordInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services, cookies }: Context,
  ): Promise<typeof ChangePasswordResult> {
    const refusal = await changePassword(services, viewer, input, cookies.session.token);
    if (refusal) return toAccountError(refusal);
    return Object.assign(new ChangePasswordSuccess(), { account: toAccount(viewer) });
  }
}
