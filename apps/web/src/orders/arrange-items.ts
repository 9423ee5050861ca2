import type { MerchantGroup } from '@oops/item-status';
import type { ItemRowFragment } from '../gql/graphql';

export type ItemGroup = MerchantGroup<ItemRowFragment>;

/** The groups that the first so many rows are in, and how many of the rows each has of them. */
export function firstRows(groups: readonly ItemGroup[], count: number): { group: ItemGroup; rows: number }[] {
  let left = count;
  return groups.flatMap((group) => {
    const rows = Math.min(left, group.items.length);
    left -= rows;
    return rows > 0 ? [{ group, rows }] : [];
  });
}

/** The items in a sequence settled earlier, so that a change of status moves no row; newcomers come last. */
export function inSequence(items: readonly ItemRowFragment[], sequence: readonly string[]): ItemRowFragment[] {
  const place = new Map(sequence.map((id, index) => [id, index]));
  const placeOf = ({ id }: ItemRowFragment) => place.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
