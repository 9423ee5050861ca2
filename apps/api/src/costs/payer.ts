import { isIPv6 } from 'node:net';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { Budget } from './bucket.js';

/** Whose budget is charged, and how much is in it at most. */
interface Payer {
  readonly key: string;
  readonly budget: Budget;
}

/** Which part of an account's budget those have who are not signed in, all at one address together. */
const STRANGERS_PART = 10;

/** Who pays for what a request asks, and how much they may spend. */
export function payerOf({ viewer, address, services: { config } }: Context): Payer {
  if (!viewer) return strangerAt(address, config);
  return { key: viewer.id, budget: { maximum: config.costBudget, restorePerSecond: config.costRestorePerSecond } };
}

/** Who pays where nobody is signed in. */
export function strangerAt(address: string, config: Config): Payer {
  const { costBudget: maximum, costRestorePerSecond: restorePerSecond } = config;
  const part = (points: number) => Math.max(1, Math.floor(points / STRANGERS_PART));
  return { key: networkOf(address), budget: { maximum: part(maximum), restorePerSecond: part(restorePerSecond) } };
}

/** An IPv4 address, or the /64 network of an IPv6 address, any address of which its owner may take. */
export function networkOf(address: string): string {
  // This machine is one, by whichever name it calls itself.
  if (address === '::1') return '127.0.0.1';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - groups.length - last.length)).fill('0');
  return [...groups, ...(tail === undefined ? [] : zeros), ...last]
    .slice(0, 4)
    .map((one) => one.replace(/^0+(?=.)/, ''))
    .join(':')
    .concat('::/64');
}
