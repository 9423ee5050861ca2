import { networkOf } from '../../costs/payer.js';
import type { Services } from '../../services.js';
import { hashOf } from '../token.js';
import type { Visit } from '../visit.js';
import { isKnownDevice } from './known-devices.js';
import type { Slowed } from './limiters.js';

/** There were too many attempts. Nothing was looked at. */
export interface TooMany {
  readonly refused: 'TOO_MANY_ATTEMPTS';
  readonly waitMs: number;
}

/** One attempt that may be made now. */
export interface Attempt {
  /** To be called if it was no guess. */
  wasRight(): Promise<void>;
}

/**
 * Counts a guess at the password of an account before it is made, so that many at once are counted too. Whether the
 * account exists makes no difference.
 */
export async function attemptSignIn(services: Services, email: string, visit: Visit): Promise<Attempt | TooMany> {
  const isKnown = await isKnownDevice(services, visit.deviceToken, email);
  const account = hashOf(email);
  return isKnown
    ? attempt(services, [['DEVICE', `${account} ${hashOf(visit.deviceToken ?? '')}`]])
    : attempt(services, [
        ['NETWORK', networkOf(visit.address)],
        ['ACCOUNT', account],
      ]);
}

/** The same for somebody who is signed in and proves once more who they are. */
export function attemptAsOwner(services: Services, accountId: string): Promise<Attempt | TooMany> {
  return attempt(services, [['OWNER', accountId]]);
}

/** Counts a mail that somebody who need not be signed in asks for. */
export function attemptMail(services: Services, email: string, visit: Visit): Promise<Attempt | TooMany> {
  return attempt(services, [
    ['MAILS_FROM_NETWORK', networkOf(visit.address)],
    ['MAILS_TO_ADDRESS', hashOf(email)],
  ]);
}

async function attempt({ limiters }: Services, counts: ReadonlyArray<[Slowed, string]>): Promise<Attempt | TooMany> {
  for (const [kind, key] of counts) {
    const waitMs = await limiters.take(kind, key);
    if (waitMs !== undefined) return { refused: 'TOO_MANY_ATTEMPTS', waitMs };
  }
  return {
    async wasRight() {
      await Promise.all(counts.map(([kind, key]) => limiters.giveBack(kind, key)));
    },
  };
}
