import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_LIFETIME_MS } from '../accounts/sessions.js';
import type { Config } from '../config.js';
import type { SessionCookie } from '../context.js';

export const SESSION_COOKIE = 'oops_session';

/** The session cookie of an HTTP request. */
export function sessionCookieOf(request: FastifyRequest, reply: FastifyReply, { publicUrl }: Config): SessionCookie {
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: publicUrl.startsWith('https:'),
  };
  return {
    token: request.cookies[SESSION_COOKIE],
    set: (token) => void reply.setCookie(SESSION_COOKIE, token, { ...options, maxAge: SESSION_LIFETIME_MS / 1000 }),
    clear: () => void reply.clearCookie(SESSION_COOKIE, options),
  };
}
