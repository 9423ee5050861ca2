import { nodeFlags } from './node.js';
import { builtProgram, keptFolder } from './places.js';
import { freePort } from './ports.js';
import { CORE, Running } from './processes.js';
import type { Answering } from './server.js';

/** Starts a program to compare the server with: on the same core, with the same flags. It is handed its port first. */
export async function startProgram(path: string, args: readonly string[] = []): Promise<Answering> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const name = path.replace(/\.js$/, '').replaceAll('/', '-');
  const command = [process.execPath, ...nodeFlags(), builtProgram(path), String(port), ...args];
  const running = Running.start(name, command, { core: CORE.measured, output: `${keptFolder('programs')}/${name}` });
  await running.ready(() => fetch(`${url}/readyz`));
  return { url, running };
}
