import { groupByMerchant, type MerchantGroup, merchantKey } from '@oops/item-status';
import type { ItemRowFragment } from '../gql/graphql';

/** The items of one merchant, or the first of them. */
export interface ItemGroup extends MerchantGroup<ItemRowFragment> {
  /** How many there are in all. */
  readonly itemCount: number;
}

/**
 * Items of an order a merchant at a time, in a sequence settled earlier.
 * @param told how many each merchant has in all, where these are not all items
 */
export function arrange(
  items: readonly ItemRowFragment[],
  sequence: readonly string[],
  told: readonly ItemGroup[] = [],
): ItemGroup[] {
  return groupByMerchant(inSequence(items, sequence)).map((group) => {
    const known = told.find(({ merchant }) => merchantKey(merchant) === merchantKey(group.merchant));
    const { itemCount, attentionCount } = known ?? { ...group, itemCount: group.items.length };
    return { ...group, itemCount, attentionCount };
  });
}

/** The groups up to the first that wants items: what comes after it would move when they do. */
export function settledStart(groups: readonly ItemGroup[]): ItemGroup[] {
  const partial = groups.findIndex(({ items, itemCount }) => items.length < itemCount);
  return groups.slice(0, partial < 0 ? groups.length : partial + 1);
}

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
function inSequence(items: readonly ItemRowFragment[], sequence: readonly string[]): ItemRowFragment[] {
  const place = new Map(sequence.map((id, index) => [id, index]));
  const placeOf = ({ id }: ItemRowFragment) => place.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
