import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.js';

/**
 * Whether a request comes from our own page. Browsers name the page's origin; programs name none and bring no cookie
 * that somebody else could ride on. Outside production the page may also come from wherever the request was sent to,
 * such as the dev server or another name of this machine.
 */
export function isFromAllowedOrigin({ headers }: IncomingMessage, config: Config): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === config.publicUrl) return true;
  return !config.isProduction && URL.canParse(origin) && new URL(origin).host === host;
}
