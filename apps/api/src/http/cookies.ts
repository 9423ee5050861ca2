import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICE_KNOWN_FOR_MS } from '../accounts/guesses/known-devices.js';
import { SESSION_LIFETIME_MS } from '../accounts/sessions.js';
import type { Config } from '../config.js';
import type { Cookies, TokenCookie } from '../context.js';

export const SESSION_COOKIE = 'oops_session';

export const DEVICE_COOKIE = 'oops_device';

/** The cookies of an HTTP request. They last as long as what they stand for may at most; when it ends, the server knows. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply, { publicUrl }: Config): Cookies {
  const secure = publicUrl.startsWith('https:');
  const sent = request.cookies;
  return {
    session: new SettableCookie(reply, secure, SESSION_COOKIE, SESSION_LIFETIME_MS, sent[SESSION_COOKIE]),
    device: new SettableCookie(reply, secure, DEVICE_COOKIE, DEVICE_KNOWN_FOR_MS, sent[DEVICE_COOKIE]),
  };
}

/** A class because each request has two: V8 makes a shape of its own for each object that is written with an accessor. */
class SettableCookie implements TokenCookie {
  constructor(
    private readonly reply: FastifyReply,
    private readonly secure: boolean,
    private readonly name: string,
    private readonly lifetimeMs: number,
    private value: string | undefined,
  ) {}

  get token(): string | undefined {
    return this.value;
  }

  set(value: string): void {
    this.value = value;
    this.reply.setCookie(this.name, value, { ...this.options, maxAge: this.lifetimeMs / 1000 });
  }

  clear(): void {
    this.value = undefined;
    this.reply.clearCookie(this.name, this.options);
  }

  private get options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const;
  }
}

/** A cookie where none can be set, such as over a WebSocket. */
export function unsettable(token: string | undefined): TokenCookie {
  return { token, set: refuse, clear: refuse };
}

function refuse(): never {
  throw new Error('a cookie cannot be set over a WebSocket');
}
