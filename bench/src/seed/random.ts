/** A number from 0 to 2^32 - 1 that follows from others and looks like chance: the same data every time. */
export function scramble(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** One of several, by such a number. */
export function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length] as T;
}

export function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0').slice(-digits);
}
