import type { ItemRowFragment } from '../gql/graphql';

export interface MerchantGroup {
  readonly key: string;
  readonly merchant: ItemRowFragment['merchant'];
  readonly items: readonly ItemRowFragment[];
  readonly needYou: number;
}

/** The items a merchant at a time, in the order in which the merchants first appear. */
export function groupByMerchant(items: readonly ItemRowFragment[]): MerchantGroup[] {
  const groups = new Map<string, ItemRowFragment[]>();
  for (const item of items) {
    const key = `${item.merchant.host} ${item.merchant.name}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].flatMap(([key, group]) =>
    group[0] ? [{ key, merchant: group[0].merchant, items: group, needYou: group.filter(needsYou).length }] : [],
  );
}

/** The groups that the first so many rows are in, and how many of the rows each has of them. */
export function firstRows(groups: readonly MerchantGroup[], count: number): { group: MerchantGroup; rows: number }[] {
  let left = count;
  return groups.flatMap((group) => {
    const rows = Math.min(left, group.items.length);
    left -= rows;
    return rows > 0 ? [{ group, rows }] : [];
  });
}

function needsYou({ attention }: ItemRowFragment): boolean {
  return attention === 'NEEDS_YOU';
}

/** What needs the buyer first; merchants stay together only as far as that allows, for grouping brings them together. */
export function neediestFirst(items: readonly ItemRowFragment[]): string[] {
  return [...items.filter(needsYou), ...items.filter((item) => !needsYou(item))].map(({ id }) => id);
}

/** The items in a sequence settled earlier, so that a change of status moves no row; newcomers come last. */
export function inSequence(items: readonly ItemRowFragment[], sequence: readonly string[]): ItemRowFragment[] {
  const place = new Map(sequence.map((id, index) => [id, index]));
  const placeOf = ({ id }: ItemRowFragment) => place.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}
