import { Button, Text, Title } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useRole } from '../accounts/session';
import classes from './orders-page.module.css';

interface EmptyOrdersProps {
  search: string;
  needsAttention: boolean;
  onClearFilter: () => void;
}

/** No order to show is good news, a filter too narrow, or a new account: each says which. */
export function EmptyOrders({ search, needsAttention, onClearFilter }: EmptyOrdersProps) {
  const t = useTranslations('orders');
  const role = useRole();
  const kind = search ? 'noMatch' : needsAttention ? 'calm' : 'empty';
  return (
    <div className={classes.empty}>
      <Title order={2} size="h4">
        {t(`${kind}.title`, { role })}
      </Title>
      <Text size="sm" c="dimmed">
        {t(`${kind}.text`, { role })}
      </Text>
      {kind !== 'empty' && (
        <Button variant="default" mt="xs" onClick={onClearFilter}>
          {t(kind === 'noMatch' ? 'noMatch.clear' : 'calm.showAll')}
        </Button>
      )}
    </div>
  );
}
