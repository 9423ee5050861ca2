/**
 * Writes a .br and a .gz beside every file of the built page that is text, once, so that the server only has to hand
 * out what the browser accepts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = new URL('./dist/', import.meta.url);

for (const file of readdirSync(dist, { recursive: true })) {
  if (!/\.(js|css|html|svg)$/.test(file)) continue;
  const content = readFileSync(new URL(file, dist));
  writeFileSync(new URL(`${file}.br`, dist), brotliCompressSync(content));
  writeFileSync(new URL(`${file}.gz`, dist), gzipSync(content, { level: 9 }));
}
