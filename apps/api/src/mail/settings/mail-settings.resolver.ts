import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Account } from '../../accounts/account.type.js';
import { toAccountError } from '../../accounts/to-account-error.js';
import type { Viewer } from '../../accounts/viewer.js';
import { Allow } from '../../authorization/allow.js';
import { isPerson, signedIn } from '../../authorization/rules.js';
import { type Context, CurrentViewer } from '../../context.js';
import { changeMailSettings } from './change-mail-settings.js';
import { mailChoiceOf } from './mail-settings.js';
import {
  ChangeMailSettingsInput,
  ChangeMailSettingsResult,
  ChangeMailSettingsSuccess,
  UnsubscribeInput,
  UnsubscribeResult,
  UnsubscribeSuccess,
} from './mail-settings.results.js';
import { MailSettings } from './mail-settings.type.js';
import { unsubscribe } from './unsubscribe.js';

@Resolver(() => Account)
export class MailSettingsResolver {
  @Allow(signedIn)
  @Mutation(() => ChangeMailSettingsResult, {
    description: 'Says which mails you want, and in which language. Mails about your account come in any case.',
  })
  async changeMailSettings(
    @Arg('input', { description: 'What you want.' }) input: ChangeMailSettingsInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<typeof ChangeMailSettingsResult> {
    const choice = await changeMailSettings(services, viewer, input);
    return Object.assign(new ChangeMailSettingsSuccess(), { mailSettings: Object.assign(new MailSettings(), choice) });
  }

  @Allow(isPerson)
  @Mutation(() => UnsubscribeResult, {
    description:
      'Ends the mails about orders by the link that stands in each of them. Needs no sign-in. Asked again it answers the ' +
      'same: the link goes on working.',
  })
  async unsubscribe(
    @Arg('input', { description: 'The link.' }) { token }: UnsubscribeInput,
    @Ctx() { services }: Context,
  ): Promise<typeof UnsubscribeResult> {
    const outcome = await unsubscribe(services, token);
    if ('refused' in outcome) return toAccountError(outcome);
    return Object.assign(new UnsubscribeSuccess(), outcome);
  }

  @Allow(isPerson)
  @FieldResolver(() => MailSettings, {
    description: 'Which mails you want, and in which language. Needs a sign-in: a key does not see it.',
  })
  async mailSettings(@Root() { id }: Account, @Ctx() { services }: Context): Promise<MailSettings> {
    return Object.assign(new MailSettings(), await mailChoiceOf(services.database, id));
  }
}
