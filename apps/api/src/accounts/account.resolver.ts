import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../authorization/allow.js';
import { anyone, isPerson, isPersonOrReadsOrders } from '../authorization/rules.js';
import { feedOf } from '../changes/change-feed.js';
import type { Context } from '../context.js';
import type { FieldCost } from '../costs/operation-cost.js';
import { demoAccounts } from '../demo/demo-accounts.js';
import { Account, DemoAccount, toAccount } from './account.type.js';
import { letIn, visitOf } from './let-in.js';
import { HASHING } from './prices.js';
import { signIn } from './sign-in.js';
import { InvalidCredentials, SignInInput, SignInResult, SignInSuccess } from './sign-in.result.js';
import { toAccountError } from './to-account-error.js';

@Resolver(() => Account)
export class AccountResolver {
  @Allow(anyone)
  @Query(() => Account, { nullable: true, description: 'Who you are; null if you are not signed in.' })
  viewer(@Ctx() { viewer }: Context): Account | null {
    return viewer && toAccount(viewer);
  }

  @Allow(anyone)
  @Query(() => [DemoAccount], {
    description: 'Accounts that anybody may sign in to. Empty unless the server runs as a demo. Needs no sign-in.',
  })
  demoAccounts(@Ctx() { services }: Context): DemoAccount[] {
    const accounts = services.config.demo ? demoAccounts : [];
    return accounts.map((account) => Object.assign(new DemoAccount(), account));
  }

  @Extensions({ cost: HASHING } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => SignInResult, {
    description: 'Signs you in by a cookie, until it was not used for 30 days. A session that you had ends.',
  })
  async signIn(
    @Arg('input', { description: 'Who you are and how you prove it.' }) input: SignInInput,
    @Ctx() context: Context,
  ): Promise<typeof SignInResult> {
    const outcome = await signIn(context.services, input, visitOf(context));
    if (!('refused' in outcome)) return Object.assign(new SignInSuccess(), { account: letIn(context, outcome) });
    return outcome.refused === 'INVALID_CREDENTIALS' ? new InvalidCredentials() : toAccountError(outcome);
  }

  @Allow(isPersonOrReadsOrders)
  @FieldResolver(() => String, {
    description:
      'Where your feed of changes ends now. Read it together with, or before, your orders, and subscribe to `changes` ' +
      'after it: then nothing is missed.',
  })
  async latestChangeCursor(@Root() { viewer }: Account, @Ctx() { services, operation }: Context): Promise<string> {
    const feed = feedOf(services, viewer);
    const { feedEnd } = operation;
    // Whoever has only just signed in had another feed before, or none.
    return feed.cursorAt(feedEnd?.viewerId === viewer.id ? feedEnd.position : await feed.end());
  }
}
