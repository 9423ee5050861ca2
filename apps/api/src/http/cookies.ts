import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICE_KNOWN_FOR_MS } from '../accounts/guesses/known-devices.js';
import { SESSION_LIFETIME_MS } from '../accounts/sessions.js';
import type { Config } from '../config.js';
import type { Cookies, TokenCookie } from '../context.js';

export const SESSION_COOKIE = 'oops_session';

export const DEVICE_COOKIE = 'oops_device';

/** The cookies of an HTTP request. They last as long as what they stand for may at most; when it ends, the server knows. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply, { publicUrl }: Config): Cookies {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: publicUrl.startsWith('https:'),
  };
  function cookie(name: string, lifetimeMs: number): TokenCookie {
    let token = request.cookies[name];
    return {
      get token() {
        return token;
      },
      set(value) {
        token = value;
        reply.setCookie(name, value, { ...options, maxAge: lifetimeMs / 1000 });
      },
      clear() {
        token = undefined;
        reply.clearCookie(name, options);
      },
    };
  }
  return {
    session: cookie(SESSION_COOKIE, SESSION_LIFETIME_MS),
    device: cookie(DEVICE_COOKIE, DEVICE_KNOWN_FOR_MS),
  };
}

/** A cookie where none can be set, such as over a WebSocket. */
export function unsettable(token: string | undefined): TokenCookie {
  return { token, set: refuse, clear: refuse };
}

function refuse(): never {
  throw new Error('a cookie cannot be set over a WebSocket');
}
