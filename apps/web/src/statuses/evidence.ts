import { type EvidenceOfItem, evidenceWords } from '@oops/item-status';
import { useRole } from '../accounts/session';
import { useFormats } from '../ui/formats';
import { isolated } from '../ui/isolated';

/** The evidence in words for whoever reads it, next to what the buyer gave: "12 of 40 available". */
export function useEvidenceWords(): (item: EvidenceOfItem, currency: string) => string[] {
  const formats = useFormats();
  const role = useRole();
  return (item, currency) =>
    evidenceWords(
      { ...item, evidence: isolatedEvidence(item) },
      { ...formats, money: (amount) => formats.money(amount, currency) },
      role,
    );
}

/** Side by side, specifications of two directions would stand in an order that nobody gave them. */
function isolatedEvidence({ evidence: found }: EvidenceOfItem): EvidenceOfItem['evidence'] {
  return (
    found && {
      ...found,
      availableSpecifications: found.availableSpecifications?.map(isolated),
      note: found.note && isolated(found.note),
    }
  );
}
