import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import type { Config } from '../config.js';

/** The hashes of the page's documents, by the names of their operations. The same path from `src/` and from `dist/`. */
const PAGE_DOCUMENTS = new URL('../../../web/src/gql/page-documents.json', import.meta.url);

/**
 * Refuses a document that the page does not send, where a session cookie comes with it. Browsers send that along by
 * themselves; an API key is sent by whoever means to.
 * @throws DOCUMENT_NOT_KNOWN
 */
export type CheckDocument = (cookie: string | undefined, document: unknown) => void;

/** Makes the check that the settings ask for. Without the list of documents the server does not start. */
export function createDocumentCheck({ pageDocumentsOnly }: Pick<Config, 'pageDocumentsOnly'>): CheckDocument {
  if (!pageDocumentsOnly) return () => {};
  const known = new Set<string>(Object.values(JSON.parse(readFileSync(PAGE_DOCUMENTS, 'utf8'))));
  return (cookie, document) => {
    // What is no text is refused in any case, and says why better.
    if (!cookie || typeof document !== 'string') return;
    if (known.has(hash('sha256', document, 'hex'))) return;
    throw new GraphQLError('With a session, only the documents of the page are served. Programs use an API key.', {
      extensions: { code: 'DOCUMENT_NOT_KNOWN', http: { status: 400 } },
    });
  };
}
