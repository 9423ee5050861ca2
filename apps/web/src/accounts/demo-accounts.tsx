import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { IconHeadset, IconUser } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { DemoAccountsDocument } from '../gql/graphql';
import classes from './sign-in-page.module.css';

interface DemoAccountsProps {
  busy: boolean;
  onChoose: (account: { email: string; password: string }) => void;
}

/** One click instead of typing, where the server runs as a demo. */
export function DemoAccounts({ busy, onChoose }: DemoAccountsProps) {
  const t = useTranslations('signIn');
  const { data } = useQuery(DemoAccountsDocument);
  if (!data?.demoAccounts.length) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <Text id="demo-title" component="h2" size="sm" fw={600}>
        {t('demoTitle')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('demoIntro')}
      </Text>
      {data.demoAccounts.map(({ name, email, password, role }) => (
        <Button
          key={email}
          variant="default"
          className={classes.account}
          classNames={{ label: classes.accountLabel }}
          disabled={busy}
          leftSection={role === 'OPERATOR' ? <IconHeadset size={18} aria-hidden /> : <IconUser size={18} aria-hidden />}
          rightSection={
            <Text size="xs" c="dimmed" component="span" aria-hidden>
              {t(role === 'OPERATOR' ? 'operator' : 'buyer')}
            </Text>
          }
          onClick={() => onChoose({ email, password })}
        >
          {t('continueAs', { name })}
        </Button>
      ))}
    </section>
  );
}
