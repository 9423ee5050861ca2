import { Button } from '@mantine/core';
import { formatMoney, parseMoney, STATUS_FACTS, statusHelpText } from '@oops/item-status';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useEvidenceWords } from '../../statuses/evidence';
import { StatusBadge } from '../../statuses/status-badge';
import { BusyButton } from '../../ui/busy-button';
import { Dialog, DialogFooter } from '../../ui/dialog';
import { DialogAlert } from '../../ui/dialog-alert';
import { useFormats } from '../../ui/formats';
import { goToField } from '../../ui/go-to-field';
import { useOutOfSight } from '../../ui/use-out-of-sight';
import type { DialogWays } from '../dialogs/dialog-host';
import { ItemFieldInputs } from './item-field-inputs';
import classes from './modify-dialog.module.css';
import { ModifyNotices } from './modify-notices';
import { QuickFixes } from './quick-fixes';
import { useModify } from './use-modify';

interface ModifyDialogProps {
  /** Follows the live changes; what is typed does not. */
  item: ItemRowFragment;
  currency: string;
  ways: DialogWays;
}

export function ModifyDialog({ item, currency, ways }: ModifyDialogProps) {
  const t = useTranslations('modify');
  const { money } = useFormats();
  const evidenceWords = useEvidenceWords();
  const modify = useModify(item, currency, ways);
  const { form, blocked, sending, failure, submit } = modify;
  const formRef = useRef<HTMLFormElement>(null);
  // What comes live scrolls nothing, so its notice may be above what is in sight; and Modify goes over what it tells.
  const changes = useOutOfSight();
  // Settled at opening: the focus must not move when the status does.
  const focusField = useRef(STATUS_FACTS[item.status].field ?? 'url').current;

  const { invalidSubmits } = modify;
  useEffect(() => {
    if (invalidSubmits > 0) goToField(formRef.current);
  }, [invalidSubmits]);

  const price = parseMoney(form.fields.unitPrice, currency);
  const total = price !== undefined && !form.firstInvalid ? price * form.fields.quantity : undefined;

  return (
    <Dialog kind="form" title={t('title', { name: item.productName })} onClose={ways.close}>
      <form
        ref={formRef}
        className={classes.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={classes.situation}>
          <div>
            <StatusBadge status={item.status} attention={item.attention} />
          </div>
          <p>{statusHelpText(item.status)}</p>
          {evidenceWords(item, currency).map((words) => (
            <p key={words} className={classes.evidence}>
              {words}
            </p>
          ))}
          <QuickFixes item={item} currency={currency} onFix={form.change} />
        </div>
        <ModifyNotices {...modify} item={item} currency={currency} changesRef={changes.ref} />
        <ItemFieldInputs form={form} currency={currency} focusField={focusField} />
        {failure && (
          <DialogAlert answers title={failure.title}>
            {failure.text}
          </DialogAlert>
        )}
        <DialogFooter>
          <div>
            {changes.isOutOfSight && (
              <Button variant="subtle" size="compact-sm" mih={40} px={0} onClick={() => changes.element?.focus()}>
                {t('seeChanges')}
              </Button>
            )}
            {total !== undefined && (
              <div>{t('lineTotal', { total: money(formatMoney(total, currency), currency) })}</div>
            )}
          </div>
          <BusyButton type="submit" size="md" loading={sending} disabled={blocked}>
            {t('submit')}
          </BusyButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
