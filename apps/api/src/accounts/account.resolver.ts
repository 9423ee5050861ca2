import { Arg, Ctx, Extensions, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../authorization/allow.js';
import { anyone, isPerson, isPersonOrReadsOrders } from '../authorization/rules.js';
import { feedOf } from '../changes/change-feed.js';
import type { Context } from '../context.js';
import type { FieldCost } from '../costs/operation-cost.js';
import { demoAccounts } from '../demo/demo-accounts.js';
import { InvalidInput } from '../graphql/user-error.type.js';
import { Account, DemoAccount, toAccount } from './account.type.js';
import { endSession } from './sessions.js';
import { signIn } from './sign-in.js';
import { InvalidCredentials, SignInInput, SignInResult, SignInSuccess } from './sign-in.result.js';

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

  // Checking a password is made to be slow.
  @Extensions({ cost: 100 } satisfies FieldCost)
  @Allow(isPerson)
  @Mutation(() => SignInResult, { description: 'Signs you in for 30 days, by a cookie.' })
  async signIn(
    @Arg('input', { description: 'Who you are and how you prove it.' }) input: SignInInput,
    @Ctx() { services, cookie }: Context,
  ): Promise<typeof SignInResult> {
    const outcome = await signIn(services, input);
    if ('refused' in outcome) {
      return outcome.refused === 'INVALID_INPUT' ? new InvalidInput(outcome.violations) : new InvalidCredentials();
    }
    cookie.set(outcome.token);
    return Object.assign(new SignInSuccess(), { account: toAccount(outcome.viewer) });
  }

  @Allow(isPerson)
  @Mutation(() => Boolean, { description: 'Ends your session. True, also if there was none.' })
  async signOut(@Ctx() { services, cookie }: Context): Promise<boolean> {
    if (cookie.token) await endSession(services, cookie.token);
    cookie.clear();
    return true;
  }

  @Allow(isPersonOrReadsOrders)
  @FieldResolver(() => String, {
    description:
      'Where your feed of changes ends now. Read it together with, or before, your orders, and subscribe to `changes` ' +
      'after it: then nothing is missed.',
  })
  latestChangeCursor(@Root() { viewer }: Account, @Ctx() { services }: Context): string {
    const feed = feedOf(services, viewer);
    return feed.cursorAt(feed.endAtRequest);
  }
}
