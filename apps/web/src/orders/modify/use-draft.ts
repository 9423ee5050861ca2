import { ITEM_FIELDS } from '@oops/item-status';
import { type Kept, useKept } from '../../accounts/use-kept';
import type { ItemRowFragment } from '../../gql/graphql';
import type { TypedFields } from './use-item-form';

interface Draft {
  readonly typed: TypedFields;
  /** The item as it was when the person began to type. */
  readonly base: ItemRowFragment;
}

/** What was typed and not sent: a dialog closed by mistake, a reload and an ended session cost nothing. */
export function useDraft(itemId: string): Kept<Draft> {
  return useKept<Draft>(
    `draft/${itemId}`,
    ({ typed, base }) =>
      typeof base?.revision === 'number' && ITEM_FIELDS.every((field) => typeof typed?.[field] === 'string'),
  );
}
