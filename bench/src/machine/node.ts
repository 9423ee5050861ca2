import { readFileSync } from 'node:fs';
import { inRepository } from './places.js';

const SERVER_PROGRAM = 'apps/api/dist/main.js';

/** What `npm start` gives Node.js before the server's program, e.g. `--max-semi-space-size=32`. */
export function nodeFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { scripts: { start: string } };
  const [, flags] = new RegExp(`node ((?:--\\S+ )*)${SERVER_PROGRAM}`).exec(scripts.start) ?? [];
  if (flags === undefined) throw new Error(`"start" in package.json does not run node … ${SERVER_PROGRAM}`);
  return flags.split(' ').filter(Boolean);
}

/** How to run the server as `npm start` does. */
export function serverCommand(more: readonly string[]): string[] {
  return [process.execPath, ...nodeFlags(), ...more, inRepository(SERVER_PROGRAM)];
}
