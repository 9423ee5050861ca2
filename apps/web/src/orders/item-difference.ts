import { ITEM_FIELDS, type ItemField, type ItemStatus, statusLabel } from '@oops/item-status';
import { useTranslations } from 'use-intl';
import { useFormats } from '../ui/formats';
import { isolated } from '../ui/isolated';

export interface ComparableItem {
  readonly status: ItemStatus;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly specification: string;
}

export interface Difference {
  readonly field: ItemField | 'status';
  readonly before: string | number;
  readonly after: string | number;
}

/** What is different between two states of an item, the status first. */
export function differences(before: ComparableItem, after: ComparableItem): Difference[] {
  return (['status', ...ITEM_FIELDS] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** Each difference as a sentence: "Unit Price was 12.50, is now 13.00". */
export function useDifferenceWords(): (all: readonly Difference[], currency: string) => string[] {
  const t = useTranslations();
  const { count, money } = useFormats();
  return (all, currency) => {
    const word = (field: Difference['field'], value: string | number) => {
      if (field === 'status') return statusLabel(value as ItemStatus);
      if (field === 'unitPrice') return money(String(value), currency);
      if (typeof value === 'number') return count(value);
      return value === '' ? t('emptyValue') : `“${isolated(value)}”`;
    };
    return all.map(({ field, before, after }) =>
      t('fieldChange', { field: t(`field.${field}`), before: word(field, before), after: word(field, after) }),
    );
  };
}
