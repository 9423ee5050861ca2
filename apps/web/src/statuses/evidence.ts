import { type EvidenceOfItem, evidenceWords } from '@oops/item-status';
import { useRole } from '../accounts/session';
import { useFormats } from '../ui/formats';

/** The evidence in words for whoever reads it, next to what the buyer gave: "12 of 40 available". */
export function useEvidenceWords(): (item: EvidenceOfItem, currency: string) => string[] {
  const formats = useFormats();
  const role = useRole();
  return (item, currency) =>
    evidenceWords(item, { ...formats, money: (amount) => formats.money(amount, currency) }, role);
}
