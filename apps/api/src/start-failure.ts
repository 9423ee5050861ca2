import type { Config } from './config.js';

/** Says why the server did not start and what to set, or hands back the error where only its stack can tell. */
export function explainStartFailure(error: unknown, { host, port, databaseUrl }: Config): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken. Set PORT to another one.`;
  if (code === 'EACCES' && port < 1024) return `Port ${port} needs more rights. Set PORT to one from 1024 on.`;
  const isDatabase = code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code?.startsWith('ER_');
  if (isDatabase && URL.canParse(databaseUrl)) {
    const { host: server, pathname } = new URL(databaseUrl);
    const reason = (error as Error).message || code;
    return `The database ${pathname.slice(1)} at ${server} cannot be used: ${reason}. Set DATABASE_URL to one that can.`;
  }
  return error;
}
