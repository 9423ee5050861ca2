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
