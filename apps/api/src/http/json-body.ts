import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';

/** A character set that is named and is not ours. ASCII is part of UTF-8. */
const OTHER_CHARSET = /;\s*charset\s*=(?![\s"]*(?:utf-?8|us-ascii)\b)/i;

/**
 * Reads bodies of JSON, in UTF-8 as the standard has it. Fastify by itself puts U+FFFD wherever bytes are none, so a name
 * sent in Latin-1 would be kept damaged, and nobody told. Other bytes are answered with 400, another character set with 415.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (OTHER_CHARSET.test(request.headers['content-type'] ?? '')) return done(refusal(415));
    if (!isUtf8(body)) return done(refusal(400));
    return parse(request, body.toString(), done);
  });
}

function refusal(statusCode: number): Error {
  return Object.assign(new Error('not JSON in UTF-8'), { statusCode });
}
