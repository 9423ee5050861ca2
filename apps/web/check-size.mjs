/**
 * Adds up the scripts that a browser must load before the page works, as the server sends them: the entry of the page and
 * all it imports statically, and for a part that is loaded on demand what that imports besides. Fails above the budget, so
 * that a heavy import is noticed by whoever adds it.
 */
import { readFileSync, statSync } from 'node:fs';

const BUDGET_KB = 170;
const PATHS = {
  'My Orders': ['index.html'],
  'the sign-in': ['index.html', 'src/accounts/sign-in-page.tsx'],
};
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

function withStaticImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withStaticImports(imported, found);
  return found;
}

const kilobytes = (file) => statSync(new URL(`${file}.br`, dist)).size / 1000;

for (const [path, parts] of Object.entries(PATHS)) {
  const found = new Set();
  for (const part of parts) withStaticImports(part, found);
  const files = [...found].map((name) => manifest[name].file);
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0);
  console.log(
    `First load of ${path}: ${total.toFixed(1)} kB, brotli (${files.length} scripts; at most ${BUDGET_KB} kB).`,
  );
  if (total <= BUDGET_KB) continue;
  console.error('Load a part of it on demand (see src/ui/lazy-part.tsx), or leave it out.');
  process.exitCode = 1;
}
