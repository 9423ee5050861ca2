import type { FastifyInstance } from 'fastify';
import { waitFor } from '../costs/bucket.js';
import { strangerAt } from '../costs/payer.js';
import { unsubscribe } from '../mail/settings/unsubscribe.js';
import type { Services } from '../services.js';
import { answerFailure } from './answer-failure.js';

/** The largest body that is read, in bytes. What belongs in it are 26. */
const MAX_BODY_BYTES = 4_096;

/** What one costs whoever calls, in points; as much as a mutation. */
const COST = 10;

const DONE = 'Done: no mails about orders come any more. Mails about the account still do.\n';
const UNKNOWN = 'This link does not work.\n';
const UNREADABLE = 'Send List-Unsubscribe=One-Click, as a form.\n';
const TOO_MUCH = 'Too much was asked for in a short time. Try again later.\n';

/**
 * `POST /unsubscribe/<token>`: what mail programs, or their servers, send where somebody presses “Unsubscribe” beside a
 * mail (RFC 8058). They bring no cookie and come from any origin; the token is all that counts. `GET` of the same path is
 * a page that asks first, because programs that look for viruses open links.
 */
export async function serveOneClickUnsubscribe(app: FastifyInstance, services: Services): Promise<void> {
  // In a scope of its own: elsewhere no form is read.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    scope.setErrorHandler((error: Parameters<typeof answerFailure>[0], request, reply) =>
      (error.statusCode ?? 500) < 500 ? reply.code(400).send(UNREADABLE) : answerFailure(error, request, reply),
    );
    scope.addHook('onRequest', async ({ ip }, reply) => {
      reply.type('text/plain; charset=utf-8');
      const { key, budget } = strangerAt(ip, services.config);
      const { taken, left } = await services.budgets.take(key, Math.min(COST, budget.maximum), budget);
      if (taken) return;
      reply.header('retry-after', String(Math.ceil(waitFor(COST, left, budget) / 1000)));
      return reply.code(429).send(TOO_MUCH);
    });
    scope.post<{ Params: { token: string } }>('/unsubscribe/:token', async ({ params, headers, body }, reply) => {
      if (!(await isOneClick(body, headers['content-type']))) return reply.code(400).send(UNREADABLE);
      const outcome = await unsubscribe(services, params.token);
      return 'refused' in outcome ? reply.code(404).send(UNKNOWN) : reply.send(DONE);
    });
  });
}

/** Whether a body is the form that mail programs send, in either of the two ways in which forms are written. */
async function isOneClick(body: unknown, contentType: string | undefined): Promise<boolean> {
  if (!Buffer.isBuffer(body) || contentType === undefined) return false;
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => undefined);
  return form?.get('List-Unsubscribe') === 'One-Click';
}
