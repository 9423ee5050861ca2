import { isBlank, oneLine } from '@oops/item-status';

/** The name that was given to a merchant, as it is kept; null for none. */
export function givenMerchantName(text: string | null | undefined): string | null {
  const name = oneLine(text ?? '');
  return isBlank(name) ? null : name;
}

/** What a merchant is called: the name that the buyer gave, or else the host of the link. One of them is always there. */
export function merchantOf({
  merchantName,
  merchantHost,
}: {
  readonly merchantName: string | null;
  readonly merchantHost: string | null;
}): string {
  return merchantName ?? merchantHost ?? '';
}

/**
 * The merchant's name after an item's link was replaced and no name was given with it: the old name holds on the same
 * host; on another host it would be a lie, so the merchant goes by its host until somebody names it.
 */
export function newMerchantName(
  old: { readonly merchantName: string | null; readonly merchantHost: string },
  newHost: string,
): string | null {
  return newHost === old.merchantHost ? old.merchantName : null;
}
