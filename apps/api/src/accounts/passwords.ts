import { hash, verify } from '@node-rs/argon2';

// The library's defaults are Argon2id with 19 MiB, 2 passes and 1 lane, as OWASP asks for.

/** Hashes a password for keeping. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Compares a password with a hash. Without a hash it takes as long and says no, so that time tells nothing. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  if (passwordHash !== undefined) return verify(passwordHash, password);
  await verify(await decoy(), password);
  return false;
}

let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash('nobody has this password');
  return decoyHash;
}
