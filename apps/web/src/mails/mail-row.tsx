import { Text } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconMinus, type TablerIcon } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { MailRowFragment, MailState } from '../gql/graphql';
import { useFormats } from '../ui/formats';
import classes from './mails-page.module.css';

const ICONS: Record<MailState, TablerIcon> = {
  WAITING: IconClock,
  SENT: IconCheck,
  REFUSED: IconBan,
  GIVEN_UP: IconAlertTriangle,
  WITHDRAWN: IconMinus,
};

/** One mail: what has become of it, to whom it went and about which orders, and what the mail server said. */
export function MailRow({ mail }: { mail: MailRowFragment }) {
  const t = useTranslations('mailLog');
  const { dateTime, list } = useFormats();
  const { kind, state, to, subject, createdAt, attempts, nextAttemptAt, sentAt, answer } = mail;
  const Icon = ICONS[state];
  const orders = new Map(mail.changes.map(({ order }) => [order.id, order.number]));
  const hasFailed = state === 'REFUSED' || state === 'GIVEN_UP' || (state === 'WAITING' && attempts > 0);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <span className={classes.state} data-state={state}>
          <Icon size={16} aria-hidden />
          {t(`state.${state}`)}
        </span>
        <Text fw={600} className={classes.subject}>
          {subject ?? t(`kind.${kind}`)}
        </Text>
      </div>
      <Text size="sm" className={classes.subject}>
        {to ?? t('toAccountAddress')}
      </Text>
      {orders.size > 0 && (
        <p className={classes.orders}>
          {[...orders].map(([id, number]) => (
            <Link key={id} href={`/orders/${id}`} className={classes.order}>
              {t('order', { number })}
            </Link>
          ))}
        </p>
      )}
      {hasFailed && answer && (
        <Text size="sm" className={classes.subject}>
          {t('answer', { answer })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {list([
          t('madeAt', { when: dateTime(createdAt) }),
          ...(sentAt ? [t('sentAt', { when: dateTime(sentAt) })] : []),
          t('attempts', { count: attempts }),
          ...(nextAttemptAt ? [t('nextAt', { when: dateTime(nextAttemptAt) })] : []),
        ])}
      </Text>
    </li>
  );
}
