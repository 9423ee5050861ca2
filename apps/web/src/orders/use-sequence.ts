import { neediestFirst } from '@oops/item-status';
import { useState } from 'react';
import type { ItemRowFragment } from '../gql/graphql';

/**
 * The ids of an order's items in the sequence in which to show them, the neediest first. The place of each is settled when
 * it first comes: a row that jumps away while one reads it is worse than a row in second place.
 */
export function useSequence(items: readonly ItemRowFragment[]): readonly string[] {
  const [sequence, setSequence] = useState(() => idsNeediestFirst(items));
  const settled = new Set(sequence);
  const newcomers = items.filter(({ id }) => !settled.has(id));
  if (newcomers.length === 0) return sequence;
  const longer = [...sequence, ...idsNeediestFirst(newcomers)];
  setSequence(longer);
  return longer;
}

function idsNeediestFirst(items: readonly ItemRowFragment[]): string[] {
  return neediestFirst(items).map(({ id }) => id);
}
