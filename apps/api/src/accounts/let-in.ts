import type { Context } from '../context.js';
import { type Account, toAccount } from './account.type.js';
import type { Entrance } from './enter.js';
import type { Visit } from './visit.js';

/** Where and with what a request comes. */
export function visitOf({ address, userAgent, cookies }: Context): Visit {
  return { address, userAgent, sessionToken: cookies.session.token, deviceToken: cookies.device.token };
}

/** Hands somebody who was let in their cookies, and returns their account. */
export function letIn({ cookies }: Context, { viewer, sessionToken, deviceToken }: Entrance): Account {
  cookies.session.set(sessionToken);
  cookies.device.set(deviceToken);
  return toAccount(viewer);
}
