import { Textarea, TextInput } from '@mantine/core';
import type { EvidenceField } from '@oops/item-status';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useFormats } from '../../ui/formats';
import { isolated } from '../../ui/isolated';
import classes from './report-dialog.module.css';

interface EvidenceInputProps {
  field: EvidenceField;
  item: ItemRowFragment;
  currency: string;
  value: string;
  error: string | undefined;
  onChange: (typed: string) => void;
}

/** What an operator may know about a problem. It comes into sight with the status that it belongs to. */
export function EvidenceInput({ field, item, currency, value, error, onChange }: EvidenceInputProps) {
  const t = useTranslations('report');
  const { count, money } = useFormats();
  const ref = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // The focus stays with the statuses, through which the arrow keys go; so nothing else would scroll here.
  useEffect(() => ref.current?.scrollIntoView({ block: 'nearest' }), []);

  const labels = {
    availableQuantity: () => t('availableQuantity', { ordered: count(item.quantity) }),
    minimumQuantity: () => t('minimumQuantity', { ordered: count(item.quantity) }),
    currentUnitPrice: () => t('currentUnitPrice', { given: money(item.unitPrice, currency) }),
    availableSpecifications: () => t('availableSpecifications', { given: isolated(item.specification) || '–' }),
  } satisfies Record<EvidenceField, () => string>;

  const shared = {
    ref,
    className: classes.evidence,
    size: 'md',
    label: labels[field](),
    description: t('evidenceHint'),
    value,
    error,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field === 'availableSpecifications') return <Textarea {...shared} rows={3} />;
  return <TextInput {...shared} inputMode={field === 'currentUnitPrice' ? 'decimal' : 'numeric'} autoComplete="off" />;
}
