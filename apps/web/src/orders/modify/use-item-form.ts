import {
  ITEM_FIELDS,
  type ItemField,
  type ItemFields,
  itemFieldProblems,
  problemMessage,
  trimItemFields,
} from '@oops/item-status';
import { useMemo, useState } from 'react';
import { typedAmount } from '../typed-amount';

/** The fields as they stand in the inputs: all of them text. */
export type TypedFields = Record<ItemField, string>;

export function typedFieldsOf(item: ItemFields): TypedFields {
  const { url, productName, quantity, unitPrice, specification } = item;
  return { url, productName, quantity: String(quantity), unitPrice, specification };
}

/** The typed texts as an item. A quantity that is no number becomes NaN, which the checks call by its name. */
export function itemFieldsOf(typed: TypedFields): ItemFields {
  const quantity = typed.quantity.trim();
  const unitPrice = typedAmount(typed.unitPrice);
  return trimItemFields({ ...typed, unitPrice, quantity: /^\d+$/.test(quantity) ? Number(quantity) : Number.NaN });
}

/** Form state: problems show once a field has been left, or the form been sent; then with every key. */
export function useItemForm(initial: TypedFields, currency: string) {
  const [typed, setTyped] = useState(initial);
  const [visited, setVisited] = useState<ReadonlySet<ItemField>>(new Set());
  const [refused, setRefused] = useState<Partial<Record<ItemField, string>>>({});

  const fields = useMemo(() => itemFieldsOf(typed), [typed]);
  const problems = useMemo(() => itemFieldProblems(fields, currency), [fields, currency]);
  const firstInvalid = ITEM_FIELDS.find((field) => problems[field]);

  function change(field: ItemField, text: string): void {
    setTyped((before) => ({ ...before, [field]: text }));
    setRefused((before) => ({ ...before, [field]: undefined }));
  }

  function errorOf(field: ItemField): string | undefined {
    const problem = problems[field];
    return refused[field] ?? (problem && visited.has(field) ? problemMessage(problem) : undefined);
  }

  return {
    typed,
    fields,
    firstInvalid,
    change,
    errorOf,
    replaceAll: setTyped,
    visit: (field: ItemField) => setVisited((before) => (before.has(field) ? before : new Set(before).add(field))),
    visitAll: () => setVisited(new Set(ITEM_FIELDS)),
    /** Puts what the server found at its fields; answers with what belongs to none of them. */
    refuse(violations: readonly { field: string; message: string }[]): string[] {
      const isItemField = (field: string): field is ItemField => (ITEM_FIELDS as readonly string[]).includes(field);
      setRefused(
        Object.fromEntries(violations.filter(({ field }) => isItemField(field)).map((v) => [v.field, v.message])),
      );
      return violations.filter(({ field }) => !isItemField(field)).map(({ message }) => message);
    },
  };
}
