import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { viewerOf } from '../accounts/sessions.js';
import type { Services } from '../services.js';
import { SESSION_COOKIE } from './cookies.js';

/** Where the page is built to. The same path from `src/` and from `dist/`. */
const PAGE_FILES = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const GRAPHIQL = 'graphiql.html';

/**
 * Serves the page at `/`, and at every path of its own, and GraphiQL at `/graphiql`,
 * in production to those only who are signed in. With PAGE_DOCUMENTS_ONLY there is none.
 */
export async function servePage(app: FastifyInstance, services: Services): Promise<void> {
  if (!existsSync(PAGE_FILES)) {
    app.log.warn('The page is not built, so only the API is served. `npm run build` builds it.');
    return;
  }
  await app.register(fastifyStatic, {
    root: PAGE_FILES,
    // Files in assets/ carry a hash of their content in their name; all others may change with the next release.
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    cacheControl: false,
    // Beside each file stands what the build has compressed of it.
    preCompressed: true,
    dotfiles: 'ignore',
    // By whatever path, and whichever of its compressed forms.
    allowedPath: (path) => !path.includes(GRAPHIQL),
  });
  // Not by `sendFile`, which keeps to the paths that are allowed.
  const graphiql = readFileSync(join(PAGE_FILES, GRAPHIQL));
  app.get('/graphiql', async (request, reply) => {
    const { isProduction, pageDocumentsOnly } = services.config;
    // What people write there is none of the page's documents, and the session cookie goes with it.
    const isOpen = !pageDocumentsOnly && (!isProduction || (await viewerOf(services, request.cookies[SESSION_COOKIE])));
    if (!isOpen) return reply.redirect('/', 303);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(graphiql);
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = ['GET', 'HEAD'].includes(request.method) && request.headers.accept?.includes('text/html');
    return wantsPage ? reply.sendFile('index.html') : reply.code(404).send({ error: 'There is nothing here.' });
  });
}
