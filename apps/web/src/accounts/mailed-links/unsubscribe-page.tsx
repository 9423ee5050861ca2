import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, useParams } from 'wouter';
import { UnsubscribeDocument } from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { NarrowPage } from '../forms/narrow-page';
import { Outcome } from '../forms/outcome';
import { TextLink } from '../forms/text-link';
import { useAccountForm } from '../forms/use-account-form';

const CHOICE = '/account#mails';

/**
 * Ends the mails about orders for whoever opened the link in one. A button does, not the link: programs that look for
 * viruses open links.
 */
export function UnsubscribePage() {
  const t = useTranslations('unsubscribe');
  const { token } = useParams<{ token?: string }>();
  const [done, setDone] = useState(false);
  const form = useAccountForm({
    mutation: UnsubscribeDocument,
    fields: {},
    toInput: () => ({ token: token ?? '' }),
    onDone: () => setDone(true),
  });

  // Some mail programs cut links short.
  if (!token) return <Redirect replace to={CHOICE} />;
  if (done)
    return (
      <NarrowPage title={t('doneHeading')}>
        <Outcome title={t('doneTitle')}>
          <Text size="sm">{t('done')}</Text>
        </Outcome>
        <TextLink href={CHOICE}>{t('otherwise')}</TextLink>
      </NarrowPage>
    );
  const { refusal } = form;
  // The server’s own words are for links that work once, and of which one can ask for another.
  const isInvalid = refusal?.type === 'LinkInvalid';
  const told = isInvalid ? { ...refusal, text: t('invalid') } : refusal;
  return (
    <NarrowPage title={t('title')} intro={t('intro')}>
      <AccountForm
        form={{ ...form, refusal: told }}
        action={t('submit')}
        waysOn={{ LinkInvalid: <TextLink href={CHOICE}>{t('toAccount')}</TextLink> }}
      />
      {!isInvalid && <TextLink href={CHOICE}>{t('rather')}</TextLink>}
    </NarrowPage>
  );
}
