import type { AttentionFamily } from './statuses.js';

/** What of an item says where it stands among others. */
export interface ArrangedItem {
  /** `host` is that of the link, e.g. `shop.example`. */
  readonly merchant: { readonly name: string; readonly host: string | null };
  readonly attention: AttentionFamily;
}

/** The items of an order that come from one merchant. */
export interface MerchantGroup<I extends ArrangedItem> {
  readonly merchant: I['merchant'];
  readonly items: readonly I[];
  /** How many of them need the buyer. */
  readonly attentionCount: number;
}

const needsYou = ({ attention }: ArrangedItem) => attention === 'NEEDS_YOU';

/** What needs the buyer first; merchants stay together only as far as that allows, for grouping brings them together. */
export function neediestFirst<I extends ArrangedItem>(items: readonly I[]): I[] {
  return [...items.filter(needsYou), ...items.filter((item) => !needsYou(item))];
}

/**
 * The items a merchant at a time, in the order in which the merchants first appear. Those of one name at different hosts
 * are kept apart.
 */
export function groupByMerchant<I extends ArrangedItem>(items: readonly I[]): MerchantGroup<I>[] {
  const groups = new Map<string, I[]>();
  for (const item of items) {
    const key = merchantKey(item.merchant);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ merchant: group[0].merchant, items: group, attentionCount: group.filter(needsYou).length }] : [],
  );
}

/** What tells a merchant from others. */
export function merchantKey({ name, host }: ArrangedItem['merchant']): string {
  return `${host} ${name}`;
}
