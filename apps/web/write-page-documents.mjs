/**
 * Writes the SHA-256 of each operation's text as the page sends it, so that the server can tell the page's documents from
 * others; and of those that the page asks first the text itself, for they go out before there is an Apollo Client to print
 * them. It takes the generated documents, and Apollo Client's word on what it adds to them on the way (`__typename`).
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InMemoryCache } from '@apollo/client';
import { Kind, print } from 'graphql';
import { runnerImport } from 'vite';

/** As src/app/first-questions.ts asks them. */
const FIRST = ['Orders', 'Session'];

const { module } = await runnerImport(fileURLToPath(new URL('./src/gql/graphql.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
const cache = new InMemoryCache();
const texts = new Map();
for (const document of Object.values(module)) {
  const operation = document?.definitions?.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation) texts.set(operation.name.value, print(cache.transformDocument(document)));
}
const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const write = (name, entries) =>
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);

const sorted = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
write(
  './src/gql/page-documents.json',
  sorted.map(([name, text]) => [name, hashOf(text)]),
);
write(
  './src/gql/first-documents.json',
  sorted.filter(([name]) => FIRST.includes(name)),
);
