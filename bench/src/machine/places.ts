import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A path of the repository; the same from `src/` and from `dist/`. */
export function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url));
}

/** A folder that is kept from run to run, outside of version control. */
export function keptFolder(name: string): string {
  const folder = inRepository(`bench/data/${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One of our own programs, as built. */
export function builtProgram(path: string): string {
  return inRepository(`bench/dist/${path}`);
}
