/**
 * Adds up what the browser must load before the page works: the entry of the page and all it imports statically. Parts
 * that are loaded on demand do not count. Fails above the budget, so that a heavy import is noticed by whoever adds it.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 200;
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function staticImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) staticImports(imported, found);
  return found;
}

const kilobytes = (file) => gzipSync(readFileSync(new URL(file, dist))).length / 1000;
const files = [...staticImports('index.html')].map((name) => manifest[name].file);
const total = files.reduce((sum, file) => sum + kilobytes(file), 0);

console.log(`First load: ${total.toFixed(1)} kB of script, gzipped (${files.length} files; at most ${BUDGET_KB} kB).`);
if (total > BUDGET_KB) {
  console.error('Load a part of it on demand (see src/ui/lazy-part.tsx), or leave it out.');
  process.exitCode = 1;
}
