import { Button } from '@mantine/core';
import type { ItemField } from '@oops/item-status';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useFormats } from '../../ui/formats';
import { isolated } from '../../ui/isolated';
import classes from './modify-dialog.module.css';

interface QuickFixesProps {
  item: ItemRowFragment;
  currency: string;
  onFix: (field: ItemField, value: string) => void;
}

/** What the evidence suggests, each with one press. It only fills in a field: the person still decides. */
export function QuickFixes({ item, currency, onFix }: QuickFixesProps) {
  const t = useTranslations('modify');
  const { count, money } = useFormats();
  const { evidence } = item;
  const fixes: { field: ItemField; value: string; label: string }[] = [];
  for (const quantity of [evidence?.availableQuantity, evidence?.minimumQuantity]) {
    // None available is a fact, but no quantity that one could order.
    if (quantity)
      fixes.push({
        field: 'quantity',
        value: String(quantity),
        label: t('setQuantity', { quantity: count(quantity) }),
      });
  }
  if (evidence?.currentUnitPrice) {
    const price = evidence.currentUnitPrice;
    fixes.push({ field: 'unitPrice', value: price, label: t('usePrice', { price: money(price, currency) }) });
  }
  for (const specification of evidence?.availableSpecifications ?? [])
    fixes.push({
      field: 'specification',
      value: specification,
      label: t('useSpecification', { specification: isolated(specification) }),
    });
  if (fixes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and layout
    <div role="group" aria-label={t('fixes')} className={classes.fixes}>
      {fixes.map(({ field, value, label }) => (
        <Button key={label} variant="light" className={classes.fix} onClick={() => onFix(field, value)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
