/**
 * Writes the SHA-256 of each operation's text as the page sends it, so that the server can tell the page's documents from
 * others. It takes the generated documents, and Apollo Client's word on what it adds to them on the way (`__typename`).
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InMemoryCache } from '@apollo/client';
import { Kind, print } from 'graphql';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('./src/gql/graphql.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
const cache = new InMemoryCache();
const hashes = {};
for (const document of Object.values(module)) {
  const operation = document?.definitions?.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (!operation) continue;
  const sent = print(cache.transformDocument(document));
  hashes[operation.name.value] = createHash('sha256').update(sent).digest('hex');
}
const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(new URL('./src/gql/page-documents.json', import.meta.url), `${JSON.stringify(sorted, null, 2)}\n`);
