import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function folderWith(file: string, from: string): string {
  if (existsSync(join(from, file))) return from;
  if (from === dirname(from)) throw new Error(`no folder above has a ${file}`);
  return folderWith(file, dirname(from));
}

/** The repository. This file stands at different depths as a source and as a build. */
export const ROOT = folderWith('turbo.json', dirname(fileURLToPath(import.meta.url)));
