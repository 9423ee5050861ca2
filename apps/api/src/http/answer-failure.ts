import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { SOMETHING_WENT_WRONG } from './errors.js';

/** What is said to requests that never come to a handler, by status. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read. Its body must be JSON, in UTF-8.',
  413: 'The body is larger than 1 MiB.',
  414: 'The address is too long.',
  415: 'Send JSON in UTF-8, with content-type: application/json.',
  431: 'The headers are too large.',
};

/** Answers what failed before or beside GraphQL in its form, without a word on how the server is made. */
export function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    const message = REFUSALS[status] ?? 'The request cannot be served.';
    return reply.code(status).send({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  }
  request.log.error(error);
  const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: request.id };
  return reply.code(status).send({ errors: [{ message: SOMETHING_WENT_WRONG, extensions }] });
}
