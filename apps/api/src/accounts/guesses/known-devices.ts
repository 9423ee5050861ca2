import { LessThanOrEqual } from 'typeorm';
import type { Transaction } from '../../database/database.js';
import type { Services } from '../../services.js';
import { hashOf, newToken } from '../token.js';
import { KnownDeviceEntity } from './known-device.entity.js';

/** How long a browser that nobody signs in with stays known, in milliseconds. */
export const DEVICE_KNOWN_FOR_MS = 180 * 24 * 60 * 60 * 1000;

/** Whether the account with this email address has been signed in with this browser. */
export async function isKnownDevice({ database, now }: Services, token: string | undefined, email: string) {
  if (!token) return false;
  const since = new Date(now().getTime() - DEVICE_KNOWN_FOR_MS);
  return database.reader
    .createQueryBuilder(KnownDeviceEntity, 'd')
    .innerJoin('d.account', 'a')
    .where('d.tokenHash = :hash AND a.email = :email AND d.lastSignInAt > :since', {
      hash: hashOf(token),
      email,
      since,
    })
    .getExists();
}

/** Remembers that an account was signed in with a browser, and returns the token to tell that browser by. */
export async function rememberDevice(
  { manager }: Transaction,
  accountId: string,
  token: string | undefined,
  at: Date,
): Promise<string> {
  // One of our own making, or none: what a client made up may be somebody else's too.
  const known = token !== undefined && (await manager.existsBy(KnownDeviceEntity, { tokenHash: hashOf(token) }));
  const kept = known ? token : newToken();
  await manager.upsert(KnownDeviceEntity, { tokenHash: hashOf(kept), accountId, lastSignInAt: at }, [
    'tokenHash',
    'accountId',
  ]);
  return kept;
}

/** Makes all browsers strangers to an account. */
export async function forgetDevices({ manager }: Transaction, accountId: string): Promise<void> {
  await manager.delete(KnownDeviceEntity, { accountId });
}

/** Deletes the browsers that nobody has signed in with for long. */
export async function forgetOldDevices({ database, now }: Services): Promise<void> {
  const lastSignInAt = LessThanOrEqual(new Date(now().getTime() - DEVICE_KNOWN_FOR_MS));
  await database.transaction(({ manager }) => manager.delete(KnownDeviceEntity, { lastSignInAt }));
}
