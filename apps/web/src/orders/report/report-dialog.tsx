import { Radio, Textarea, TextInput } from '@mantine/core';
import { EVIDENCE_OF, type EvidenceField, ITEM_STATUSES, isItemStatus, statusLabel } from '@oops/item-status';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useStatusMeaning } from '../../statuses/use-status-meaning';
import { BusyButton } from '../../ui/busy-button';
import { Dialog, DialogFooter } from '../../ui/dialog';
import { DialogAlert } from '../../ui/dialog-alert';
import { useFormats } from '../../ui/formats';
import { goToField } from '../../ui/go-to-field';
import type { DialogWays } from '../dialogs/dialog-host';
import classes from './report-dialog.module.css';
import { useReport } from './use-report';

interface ReportDialogProps {
  item: ItemRowFragment;
  currency: string;
  ways: DialogWays;
}

/** For operators: what happened to an item, with the evidence that belongs to it. */
export function ReportDialog({ item, currency, ways }: ReportDialogProps) {
  const t = useTranslations('report');
  const meaning = useStatusMeaning();
  const { count, money } = useFormats();
  const report = useReport(item, ways);
  const { status, evidence, note, errors, invalidSubmits } = report;
  const formRef = useRef<HTMLFormElement>(null);
  const statusErrorId = useId();
  const evidenceRef = useRef<HTMLInputElement & HTMLTextAreaElement>(null);

  // The focus stays with the statuses, through which the arrow keys go; so nothing else would bring it into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each status has a field of its own, or none
  useEffect(() => evidenceRef.current?.scrollIntoView({ block: 'nearest' }), [status]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was sent is answered, and each time
  useEffect(() => {
    if (invalidSubmits > 0) goToField(formRef.current, errors.status && '[type="radio"]');
  }, [invalidSubmits]);

  const labels = {
    availableQuantity: () => t('availableQuantity', { ordered: count(item.quantity) }),
    minimumQuantity: () => t('minimumQuantity', { ordered: count(item.quantity) }),
    currentUnitPrice: () => t('currentUnitPrice', { given: money(item.unitPrice, currency) }),
    availableSpecifications: () => t('availableSpecifications', { given: item.specification || '–' }),
  } satisfies Record<EvidenceField, () => string>;

  function evidenceInput(field: EvidenceField) {
    const shared = {
      ref: evidenceRef,
      className: classes.evidence,
      size: 'md',
      label: labels[field](),
      description: t('evidenceHint'),
      value: evidence,
      error: errors.evidence,
      onChange: (event: { currentTarget: { value: string } }) => report.setEvidence(event.currentTarget.value),
    };
    if (field === 'availableSpecifications') return <Textarea {...shared} rows={3} />;
    return (
      <TextInput {...shared} inputMode={field === 'currentUnitPrice' ? 'decimal' : 'numeric'} autoComplete="off" />
    );
  }

  return (
    <Dialog kind="form" title={t('title', { name: item.productName })} onClose={ways.close}>
      <form
        ref={formRef}
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void report.submit();
        }}
      >
        <Radio.Group
          label={t('status')}
          error={errors.status}
          errorProps={{ id: statusErrorId }}
          // Beside the first radio button, where the focus goes; below the last it could be out of sight.
          inputWrapperOrder={['label', 'error', 'input']}
          value={status ?? ''}
          onChange={(value) => isItemStatus(value) && report.setStatus(value)}
        >
          <div className={classes.statuses}>
            {ITEM_STATUSES.map((option, index) => {
              const field = option === status && EVIDENCE_OF[option];
              return (
                <div key={option}>
                  <Radio
                    value={option}
                    label={statusLabel(option)}
                    description={meaning(option)}
                    // Not every screen reader tells what describes the group.
                    aria-describedby={errors.status && index === 0 ? statusErrorId : undefined}
                    data-autofocus={index === 0 || undefined}
                  />
                  {field && evidenceInput(field)}
                </div>
              );
            })}
          </div>
        </Radio.Group>
        <Textarea
          size="md"
          rows={2}
          label={t('note')}
          placeholder={t('optional')}
          value={note}
          error={errors.note}
          onChange={(event) => report.setNote(event.currentTarget.value)}
        />
        {report.failure && <DialogAlert answers>{report.failure}</DialogAlert>}
        <DialogFooter>
          <BusyButton type="submit" size="md" loading={report.sending}>
            {t('submit')}
          </BusyButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
