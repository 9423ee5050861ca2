import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { LinkInvalid } from '../../accounts/account-errors.type.js';
import { Language } from './language.js';
import { MailSettings } from './mail-settings.type.js';
import { OrderMails } from './order-mails.js';

@InputType({ description: 'Which mails you want from now on, and in which language.' })
export class ChangeMailSettingsInput {
  @Field(() => OrderMails, { description: 'How to hear of orders.' })
  orderMails: OrderMails;

  @Field(() => Language, { description: 'The language of all mails, those about the account too.' })
  language: Language;
}

@ObjectType({ description: 'From now on mails come as you want them.' })
export class ChangeMailSettingsSuccess {
  @Field(() => MailSettings, { description: 'What holds now.', simple: true })
  mailSettings: MailSettings;
}

@InputType({ description: 'Which mail it was that is unwanted.' })
export class UnsubscribeInput {
  @Field({ description: 'What stands behind `/unsubscribe/` in its link.' })
  token: string;
}

@ObjectType({ description: 'No mails about orders come any more. Those about the account still do.' })
export class UnsubscribeSuccess {
  @Field(() => OrderMails, { description: 'How the account hears of orders now: not at all.', simple: true })
  orderMails: OrderMails;
}

export const ChangeMailSettingsResult = createUnionType({
  name: 'ChangeMailSettingsResult',
  description: 'What `changeMailSettings` can come to.',
  types: () => [ChangeMailSettingsSuccess] as const,
});

export const UnsubscribeResult = createUnionType({
  name: 'UnsubscribeResult',
  description: 'What `unsubscribe` can come to.',
  types: () => [UnsubscribeSuccess, LinkInvalid] as const,
});
