import type { Protocol } from '../limit/sql.js';
import { nodeFlags } from './node.js';
import { builtProgram, keptFolder } from './places.js';
import { freePort } from './ports.js';
import { CORE, Running } from './processes.js';
import type { Answering } from './server.js';

/** Starts the limit beside the server: on the same core, with the same flags. */
export async function startLimit(databaseUrl: string, protocol: Protocol): Promise<Answering> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [
    process.execPath,
    ...nodeFlags(),
    builtProgram('limit/main.js'),
    String(port),
    databaseUrl,
    protocol,
  ];
  const output = `${keptFolder('limit')}/${protocol}-output`;
  const running = Running.start('the limit', command, { core: CORE.measured, output });
  await running.ready(() => fetch(`${url}/readyz`));
  return { url, running };
}
