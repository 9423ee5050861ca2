import { hash, randomBytes } from 'node:crypto';

/** A new token that nobody can guess: 256 random bits, in letters that need no quoting anywhere. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token, in hex: all that is kept of it. Tokens are random and long, so a slow hash would add nothing. */
export function hashOf(token: string): string {
  return hash('sha256', token, 'hex');
}
