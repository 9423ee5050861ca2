import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PROGRAM_PATH } from './environment.js';

const PACKAGE_OF = {
  mariadbd: 'mariadb-server',
  'mariadb-install-db': 'mariadb-server',
  'redis-server': 'redis-server',
} as const;

/** Where a program is installed. */
export function findProgram(name: keyof typeof PACKAGE_OF): string {
  const found = PROGRAM_PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (!found) throw new Error(`${name} is not installed: apt-get install ${PACKAGE_OF[name]}`);
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
