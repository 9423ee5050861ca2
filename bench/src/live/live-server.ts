import { setTimeout as pause } from 'node:timers/promises';
import { memoryOf } from '../compare/watch.js';
import { builtProgram } from '../machine/places.js';
import { type Answering, startServer } from '../machine/server.js';

/** How long a process takes at most to tidy up, in milliseconds. */
const TIDYING_MS = 1_500;

/** The server with room for many sockets of one account, and no mails while it is measured. */
export function startLiveServer(databaseUrl: string): Promise<Answering> {
  return startServer(databaseUrl, {
    settings: { SOCKETS_PER_ACCOUNT: '100000', MAIL_DIGEST_QUIET_SECONDS: '7200', MAIL_DIGEST_MAX_SECONDS: '7200' },
    nodeArgs: ['--expose-gc', '--import', builtProgram('live/probe.js')],
  });
}

/** What the server has in memory once its garbage is collected, in bytes. */
export async function settledMemory({ running }: Answering): Promise<number> {
  running.child.kill('SIGUSR2');
  await pause(TIDYING_MS);
  return memoryOf(running.pid).now;
}
