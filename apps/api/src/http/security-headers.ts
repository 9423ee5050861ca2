import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';

/** How long browsers remember to come by https only, in seconds: a year. */
const HTTPS_ONLY_SECONDS = 31_536_000;

/**
 * Tells browsers what our pages may do: run scripts of our own files and no others, talk to us alone, be framed by nobody.
 * Styles may stand in the page, because Mantine writes those of a theme there.
 */
export function securityHeaders({ publicUrl }: Config): Record<string, string> {
  // Older Safari does not count sockets of the same host as 'self'.
  const sockets = publicUrl.replace(/^http/, 'ws');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${sockets}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${HTTPS_ONLY_SECONDS}` }),
  };
}

/** Sends them with each answer. */
export function sendSecurityHeaders(app: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
