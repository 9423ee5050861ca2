import { useMutation } from '@apollo/client/react';
import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SignOutEverywhereDocument } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { Dialog, DialogButtons } from '../../ui/dialog';
import { failureWord } from '../../ui/failures';
import { leave } from '../session-cache';

export function SignOutEverywhereDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('account');
  const common = useTranslations('common');
  const [failure, setFailure] = useState<string>();
  const [signOut, { loading }] = useMutation(SignOutEverywhereDocument, { fetchPolicy: 'no-cache' });

  async function confirm() {
    setFailure(undefined);
    try {
      await signOut();
      leave();
    } catch (error) {
      setFailure(common(failureWord(error)));
    }
  }

  return (
    <Dialog kind="question" title={t('everywhereTitle')} onClose={onClose}>
      <Text size="sm">{t('everywhereText')}</Text>
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
          {t('signOutEverywhere')}
        </BusyButton>
      </DialogButtons>
    </Dialog>
  );
}
