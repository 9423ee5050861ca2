import { Alert, Button, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** Holds a fault within one route: the tabs stay, and the page can be shown again. */
export class RouteBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <BrokenPage onRetry={() => this.setState({ broken: false })} />;
  }
}

function BrokenPage({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('common');
  return (
    <Alert color="orange" variant="light" role="alert" title={t('pageBroke')}>
      <Text size="sm" mb="sm">
        {t('pageBrokeText')}
      </Text>
      <Button variant="default" onClick={onRetry}>
        {t('retry')}
      </Button>
    </Alert>
  );
}
