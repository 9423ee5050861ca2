import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../gql/graphql';
import { Dialog, DialogButtons } from '../ui/dialog';
import { useItemActs } from './use-item-acts';

interface CancelItemDialogProps {
  item: ItemRowFragment;
  onClose: () => void;
}

export function CancelItemDialog({ item, onClose }: CancelItemDialogProps) {
  const t = useTranslations('cancelDialog');
  const common = useTranslations('common');
  // What is cancelled is what was asked about, not what has come in its place meanwhile.
  const [{ revision }] = useState(item);
  const { cancel, cancelling, refusal } = useItemActs({ ...item, revision });

  async function confirm() {
    if (await cancel()) onClose();
  }

  return (
    <Dialog kind="question" title={t('title')} onClose={onClose}>
      <Text size="sm">{t('text', { name: item.productName })}</Text>
      {refusal && (
        <Alert role="alert" color="orange" variant="light" mt="sm">
          {refusal}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {common('goBack')}
        </Button>
        <Button
          color="red"
          loading={cancelling}
          disabled={!item.allowedActions.includes('CANCEL')}
          onClick={() => void confirm()}
        >
          {t('confirm')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
