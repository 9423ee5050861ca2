import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withoutValues } from '../database/without-values.js';

/** The token of a link that works for ever, but for its first letters, by which two lines can be told to be of one mail. */
const TOKEN = /(\/unsubscribe\/[^/?#]{0,4})[^/?#]+/i;

/** What the log says of a request. By the whole address of some, whoever reads the log could act on an account. */
export function loggedRequest({ method, url, host, ip, socket }: FastifyRequest) {
  return { method, url: url.replace(TOKEN, '$1…'), host, remoteAddress: ip, remotePort: socket.remotePort };
}

/** Logs each request when it has been answered, in one line. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (req, res, done) => {
    req.log.info({ req, res, responseTime: res.elapsedTime }, 'answered');
    done();
  });
}

/** For pino: logs as it would, but tells nothing of the values of a statement that failed. */
export function logWithoutValues<Line extends unknown[]>(
  this: unknown,
  line: Line,
  log: (this: never, ...line: Line) => void,
): void {
  for (const part of line) withoutValues(part);
  log.apply(this as never, line);
}
