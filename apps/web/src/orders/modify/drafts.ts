import type { ItemRowFragment } from '../../gql/graphql';
import type { TypedFields } from './use-item-form';

interface Draft {
  readonly typed: TypedFields;
  /** The item as it was when the person began to type. */
  readonly base: ItemRowFragment;
}

const drafts = new Map<string, Draft>();

/** What was typed and not sent, for as long as the page is open: a dialog closed by mistake costs nothing. */
export const itemDrafts = {
  of: (itemId: string): Draft | undefined => drafts.get(itemId),
  keep: (itemId: string, draft: Draft) => void drafts.set(itemId, draft),
  drop: (itemId: string) => void drafts.delete(itemId),
  /** Each test begins without any. */
  dropAll: () => drafts.clear(),
};
