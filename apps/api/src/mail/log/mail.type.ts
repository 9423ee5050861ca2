import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../../graphql/page-info.type.js';
import { MailKind } from '../outbox/mail-kind.js';
import type { MailRow } from '../outbox/mail-row.js';
import { MailState } from '../outbox/mail-state.js';

@ObjectType({ description: 'A mail that we have sent, or have tried to, or are going to.' })
export class Mail {
  @Field(() => ID, { description: 'Names the mail.', simple: true })
  id: string;

  @Field(() => MailKind, { description: 'What it is for.', simple: true })
  kind: MailKind;

  @Field(() => MailState, { description: 'What has become of it.', simple: true })
  state: MailState;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it went at the last attempt; null where it goes to the account’s address and was not tried yet.',
    simple: true,
  })
  to: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its subject at the last attempt; null before the first. A mail says what is so when it is sent.',
    simple: true,
  })
  subject: string | null;

  @Field({ description: 'Its `Message-ID`, the same at each attempt.', simple: true })
  messageId: string;

  @Field(() => Date, { description: 'When it was put into the outbox.', simple: true })
  createdAt: Date;

  @Field(() => Int, { description: 'How often it was tried.', simple: true })
  attempts: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When the last attempt began; null before the first.',
    simple: true,
  })
  lastAttemptAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is tried next, at the earliest; null once it is not WAITING any more.',
    simple: true,
  })
  nextAttemptAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the mail server took it; null unless SENT.', simple: true })
  sentAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the mail server said to the last attempt, or why it was not reached. At most 500 characters.',
    simple: true,
  })
  answer: string | null;
}

export function toMail({ address, dueAt, ...row }: MailRow): Mail {
  return Object.assign(new Mail(), { ...row, to: address, nextAttemptAt: dueAt });
}

@ObjectType({ description: 'A mail and its place in the list.' })
export class MailEdge {
  @Field({ description: 'Hand it in as `after` to go on from here.', simple: true })
  cursor: string;

  @Field(() => Mail, { description: 'The mail.', simple: true })
  node: Mail;
}

@ObjectType({ description: 'A page of mails, newest first.' })
export class MailConnection {
  @Field(() => [MailEdge], { description: 'The mails of this page.', simple: true })
  edges: MailEdge[];

  @Field(() => PageInfo, { description: 'Where this page begins and ends.', simple: true })
  pageInfo: PageInfo;
}

@InputType({ description: 'Which mails. All that is given must fit.' })
export class MailFilter {
  @Field(() => [MailState], { nullable: true, description: 'Those of which one of these has become.' })
  states?: MailState[] | null;

  @Field(() => ID, { nullable: true, description: 'Those about this order.' })
  orderId?: string | null;
}
