import type { ItemStatus } from '@oops/item-status';
import { useTranslations } from 'use-intl';
import { useRole } from '../accounts/session';
import { useFormats } from '../ui/formats';

/** What an operator found out, and the item it is about, as far as the words need it. */
export interface EvidenceOfItem {
  readonly status: ItemStatus;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly evidence: {
    readonly availableQuantity: number | null;
    readonly minimumQuantity: number | null;
    readonly currentUnitPrice: string | null;
    readonly availableSpecifications: readonly string[] | null;
    readonly note: string | null;
  } | null;
}

/** The evidence in words for whoever reads it, next to what the buyer gave: "12 of 40 available". */
export function useEvidenceWords(): (item: EvidenceOfItem, currency: string) => string[] {
  const t = useTranslations('evidence');
  const { count, list, money } = useFormats();
  const role = useRole();
  return ({ evidence, quantity, unitPrice }, currency) => {
    if (!evidence) return [];
    const { availableQuantity, minimumQuantity, currentUnitPrice, availableSpecifications, note } = evidence;
    const words: string[] = [];
    if (availableQuantity !== null)
      words.push(t('available', { available: count(availableQuantity), ordered: count(quantity) }));
    if (minimumQuantity !== null)
      words.push(t('minimum', { minimum: count(minimumQuantity), ordered: count(quantity), role }));
    if (currentUnitPrice !== null)
      words.push(t('price', { now: money(currentUnitPrice, currency), given: money(unitPrice, currency), role }));
    if (availableSpecifications?.length) words.push(t('specifications', { list: list(availableSpecifications) }));
    if (note) words.push(t('note', { note }));
    return words;
  };
}
