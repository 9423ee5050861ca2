import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../../accounts/viewer.js';
import { Allow } from '../../authorization/allow.js';
import { readsOrders } from '../../authorization/rules.js';
import { Change, toChange } from '../../changes/change.type.js';
import { type Context, CurrentViewer } from '../../context.js';
import type { FieldCost } from '../../costs/operation-cost.js';
import { listMails } from './list-mails.js';
import { Mail, MailConnection, MailFilter } from './mail.type.js';

@Resolver(() => Mail)
export class MailResolver {
  @Allow(readsOrders)
  @Query(() => MailConnection, {
    description:
      'The mails of the last 90 days that were sent to you about your orders, newest first; for operators, all mails to ' +
      'anybody. At most 100 at a time.',
  })
  mails(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Arg('filter', () => MailFilter, { nullable: true, description: 'Which mails; all without it.' })
    filter: MailFilter | null,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<MailConnection> {
    return listMails(services, viewer, { first: first ?? 20, after, filter });
  }

  @Extensions({ assumedSize: 20 } satisfies FieldCost)
  @FieldResolver(() => [Change], {
    description:
      'The changes that it is about, oldest first; none where it is about an account. At most 500 of one order.',
  })
  async changes(@Root() { id }: Mail, @Ctx() { loaders }: Context): Promise<Change[]> {
    return (await loaders.changesOfMail.load(id)).map((row) => toChange(row));
  }
}
