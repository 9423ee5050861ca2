import { Field, ObjectType } from 'type-graphql';
import { Language } from './language.js';
import { OrderMails } from './order-mails.js';

@ObjectType({ description: 'Which mails an account wants, and in which language.' })
export class MailSettings {
  @Field(() => OrderMails, { description: 'How to hear of orders.', simple: true })
  orderMails: OrderMails;

  @Field(() => Language, { description: 'The language of all mails, those about the account too.', simple: true })
  language: Language;
}
