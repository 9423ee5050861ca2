import { createHash } from 'node:crypto';

/** SHA-256 of a token, in hex: all that is kept of it. Tokens are random and long, so a slow hash would add nothing. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
