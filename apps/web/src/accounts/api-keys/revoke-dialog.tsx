import { useMutation } from '@apollo/client/react';
import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ApiKeyRowFragment, RevokeApiKeyDocument } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { Dialog, DialogButtons } from '../../ui/dialog';
import { failureWord } from '../../ui/failures';

interface RevokeDialogProps {
  apiKey: ApiKeyRowFragment;
  onRevoked: () => void;
  onClose: () => void;
}

export function RevokeDialog({ apiKey: { id, name }, onRevoked, onClose }: RevokeDialogProps) {
  const t = useTranslations('apiKeys');
  const common = useTranslations('common');
  const [failure, setFailure] = useState<string>();
  const [revoke, { loading }] = useMutation(RevokeApiKeyDocument);

  async function confirm() {
    setFailure(undefined);
    try {
      // One that is gone already was revoked in another window: that is what was wanted.
      await revoke({ variables: { input: { id } } });
      onRevoked();
      onClose();
    } catch (error) {
      setFailure(common(failureWord(error)));
    }
  }

  return (
    <Dialog kind="question" title={t('revokeTitle', { name })} onClose={onClose}>
      <Text size="sm">{t('revokeText')}</Text>
      {failure && (
        <Alert role="alert" color="orange" variant="light" mt="sm">
          {failure}
        </Alert>
      )}
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {common('goBack')}
        </Button>
        <BusyButton color="red" loading={loading} onClick={() => void confirm()}>
          {t('revoke')}
        </BusyButton>
      </DialogButtons>
    </Dialog>
  );
}
