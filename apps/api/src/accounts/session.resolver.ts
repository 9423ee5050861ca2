import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Allow } from '../authorization/allow.js';
import { isPerson, signedIn } from '../authorization/rules.js';
import { type Context, CurrentViewer } from '../context.js';
import { NotFound } from '../graphql/user-error.type.js';
import { Account } from './account.type.js';
import { EndSessionInput, EndSessionResult, EndSessionSuccess, Session } from './session.type.js';
import { endSession, endSessionById, endSessions, MAX_SESSIONS, sessionsOf } from './sessions.js';
import { hashOf } from './token.js';
import type { Viewer } from './viewer.js';

@Resolver(() => Account)
export class SessionResolver {
  @Allow(isPerson)
  @Mutation(() => Boolean, { description: 'Ends your session. True, also if there was none.' })
  async signOut(@Ctx() { services, cookies: { session } }: Context): Promise<boolean> {
    if (session.token) await endSession(services, session.token);
    session.clear();
    return true;
  }

  @Allow(signedIn)
  @Mutation(() => Boolean, {
    description: 'Ends all your sessions, this one too, and closes what is open with them. Your API keys work on.',
  })
  async signOutEverywhere(
    @CurrentViewer() { id }: Viewer,
    @Ctx() { services, cookies: { session } }: Context,
  ): Promise<boolean> {
    await services.database.transaction((transaction) => endSessions(services, transaction, id));
    session.clear();
    return true;
  }

  @Allow(signedIn)
  @Mutation(() => EndSessionResult, { description: 'Ends one of your sessions, such as that of a lost device.' })
  async endSession(
    @Arg('input', { description: 'Which session.' }) { id }: EndSessionInput,
    @CurrentViewer() viewer: Viewer,
    @Ctx() { services }: Context,
  ): Promise<typeof EndSessionResult> {
    const outcome = await endSessionById(services, viewer, id);
    if ('refused' in outcome) return new NotFound('session');
    return Object.assign(new EndSessionSuccess(), outcome);
  }

  @Allow(isPerson)
  @FieldResolver(() => [Session], {
    description: `Where you are signed in, what was used last first; ${MAX_SESSIONS} at most. Needs a sign-in: a key lists none.`,
  })
  async sessions(@Root() { id }: Account, @Ctx() { services, cookies }: Context): Promise<Session[]> {
    const current = cookies.session.token && hashOf(cookies.session.token);
    const rows = await sessionsOf(services, id);
    return rows.map(({ tokenHash, ...row }) => Object.assign(new Session(), row, { isCurrent: tokenHash === current }));
  }
}
