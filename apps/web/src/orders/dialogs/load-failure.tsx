import { Button, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Opener } from './use-opener';

/** Beside the buttons: the dialog of one of them could not be loaded. */
export function LoadFailure({ opener }: { opener: Opener }) {
  const t = useTranslations('common');
  if (!opener.retry) return null;
  return (
    <Text role="alert" size="sm" px="xs">
      {t('partFailed')}{' '}
      <Button variant="subtle" size="compact-sm" mih={40} onClick={opener.retry}>
        {t('retry')}
      </Button>
    </Text>
  );
}
