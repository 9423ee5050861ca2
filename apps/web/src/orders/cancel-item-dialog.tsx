import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../gql/graphql';
import { BusyButton } from '../ui/busy-button';
import { Dialog, DialogButtons } from '../ui/dialog';
import { DialogAlert } from '../ui/dialog-alert';
import { isolated } from '../ui/isolated';
import type { DialogWays } from './dialogs/dialog-host';
import { useItemActs } from './use-item-acts';

interface CancelItemDialogProps {
  item: ItemRowFragment;
  ways: DialogWays;
}

export function CancelItemDialog({ item, ways }: CancelItemDialogProps) {
  const t = useTranslations('cancelDialog');
  const common = useTranslations('common');
  // What is cancelled is what was asked about, not what has come in its place meanwhile.
  const [{ revision }] = useState(item);
  const { cancel, busy, refusal, unanswered } = useItemActs({ ...item, revision }, ways.reopen);

  async function confirm() {
    if (await cancel()) ways.finish();
  }

  return (
    <Dialog kind="question" title={t('title')} onClose={ways.close}>
      <Text size="sm">{t('text', { name: isolated(item.productName) })}</Text>
      {refusal && (
        <DialogAlert answers mt="sm">
          {refusal}
        </DialogAlert>
      )}
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={ways.close}>
          {common('goBack')}
        </Button>
        <BusyButton
          color="red"
          loading={busy}
          disabled={!unanswered && !item.allowedActions.includes('CANCEL')}
          onClick={() => void confirm()}
        >
          {t('confirm')}
        </BusyButton>
      </DialogButtons>
    </Dialog>
  );
}
