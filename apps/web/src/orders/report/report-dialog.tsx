import { Radio, Textarea } from '@mantine/core';
import { EVIDENCE_OF, ITEM_STATUSES, isItemStatus, statusLabel } from '@oops/item-status';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useStatusMeaning } from '../../statuses/use-status-meaning';
import { BusyButton } from '../../ui/busy-button';
import { Dialog, DialogFooter } from '../../ui/dialog';
import { DialogAlert } from '../../ui/dialog-alert';
import { goToField } from '../../ui/go-to-field';
import type { DialogWays } from '../dialogs/dialog-host';
import { EvidenceInput } from './evidence-input';
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
  const report = useReport(item, ways);
  const { status, evidence, note, errors, invalidSubmits } = report;
  const formRef = useRef<HTMLFormElement>(null);
  const statusErrorId = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was sent is answered, and each time
  useEffect(() => {
    if (invalidSubmits > 0) goToField(formRef.current, errors.status && '[type="radio"]');
  }, [invalidSubmits]);

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
                    // With a draft it begins at the one that was chosen: from another the arrow keys would choose anew.
                    data-autofocus={option === (status ?? ITEM_STATUSES[0]) || undefined}
                  />
                  {field && (
                    <EvidenceInput
                      field={field}
                      item={item}
                      currency={currency}
                      value={evidence}
                      error={errors.evidence}
                      onChange={report.setEvidence}
                    />
                  )}
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
