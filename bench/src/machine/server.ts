import { existsSync } from 'node:fs';
import { serverCommand } from './node.js';
import { inRepository, keptFolder } from './places.js';
import { freePort } from './ports.js';
import { CORE, Running } from './processes.js';

/** Something that answers GraphQL at `/graphql`. */
export interface Answering {
  readonly url: string;
  readonly running: Running;
}

interface ServerOptions {
  readonly settings?: Record<string, string>;
  /** More for Node.js than users give it. */
  readonly nodeArgs?: readonly string[];
}

/**
 * The built server as users run it, in production, on a core of its own. The settings that differ from the defaults:
 * budgets beyond what the load can spend, though each operation is charged all the same; documents other than the page's.
 */
export async function startServer(
  databaseUrl: string,
  { settings = {}, nodeArgs = [] }: ServerOptions = {},
): Promise<Answering> {
  if (!existsSync(inRepository('apps/api/dist/main.js'))) throw new Error('Build the server first: npm run build');
  const folder = keptFolder('server');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: databaseUrl,
    COST_BUDGET: '999999999',
    COST_RESTORE_PER_SECOND: '999999999',
    PAGE_DOCUMENTS_ONLY: 'false',
    ...settings,
  };
  const running = Running.start('the server', serverCommand(nodeArgs), {
    core: CORE.measured,
    cwd: folder,
    env,
    output: `${folder}/log`,
  });
  await running.ready(async () => {
    const { ok } = await fetch(`${url}/readyz`);
    if (!ok) throw new Error(`see ${folder}/log`);
  });
  return { url, running };
}
