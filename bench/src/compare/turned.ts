/** The same list from another beginning, so that each side is first in its turn. */
export function turned<T>(list: readonly T[], by: number): T[] {
  return list.map((_, index) => list[(index + by) % list.length] as T);
}
