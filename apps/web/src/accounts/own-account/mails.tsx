import { useApolloClient } from '@apollo/client/react';
import { Radio } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  ChangeMailSettingsDocument,
  type Language,
  type MailSettingsFragment,
  type OrderMails,
} from '../../gql/graphql';
import { AccountForm } from '../forms/account-form';
import { useAccountForm } from '../forms/use-account-form';
import { useViewer } from '../session';
import classes from './account-page.module.css';
import { Section } from './section';

/** From the most mails to none. */
const ORDER_MAILS: readonly OrderMails[] = ['AT_ONCE', 'DIGEST', 'DAILY', 'NONE'];

/** Each as those call it who read it, whatever the language of the page. */
const LANGUAGES = {
  EN: { tag: 'en', name: 'English' },
  ZH_HANS: { tag: 'zh-Hans', name: '简体中文' },
} satisfies Record<Language, object>;

/** Where the links of mails lead to. */
const ANCHOR = 'mails';

/** Which mails somebody wants, and in which language. Operators get none about orders, and so have no choice there. */
export function Mails({ settings }: { settings: MailSettingsFragment }) {
  const t = useTranslations('mails');
  const { cache } = useApolloClient();
  const { id, role } = useViewer();
  const title = useRef<HTMLHeadingElement>(null);
  // Only what was chosen here: what another device has said meanwhile shows in the rest.
  const [chosen, setChosen] = useState<Partial<MailSettingsFragment>>({});
  const [saved, setSaved] = useState(false);
  const { orderMails, language } = { ...settings, ...chosen };
  const form = useAccountForm({
    mutation: ChangeMailSettingsDocument,
    fields: {},
    toInput: () => ({ orderMails, language }),
    onDone({ mailSettings }) {
      cache.modify({
        id: cache.identify({ __typename: 'Account', id }),
        fields: { mailSettings: () => mailSettings },
      });
      setChosen({});
      setSaved(true);
    },
  });
  useEffect(() => {
    if (window.location.hash !== `#${ANCHOR}`) return;
    title.current?.closest('section')?.scrollIntoView();
    title.current?.focus({ preventScroll: true });
  }, []);

  function choose(choice: Partial<MailSettingsFragment>): void {
    setChosen((before) => ({ ...before, ...choice }));
    setSaved(false);
  }

  return (
    <Section title={t('title')} titleRef={title}>
      {(titleId) => (
        <AccountForm form={form} action={t('save')} labelledBy={titleId} done={saved ? t('saved') : ''}>
          {role === 'BUYER' && (
            <Radio.Group
              label={t('orderMails')}
              value={orderMails}
              onChange={(value) => choose({ orderMails: value as OrderMails })}
            >
              <div className={classes.choices}>
                {ORDER_MAILS.map((one) => (
                  <Radio key={one} value={one} label={t(`choice.${one}`)} description={t(`meaning.${one}`)} />
                ))}
              </div>
            </Radio.Group>
          )}
          <Radio.Group
            label={t('language')}
            value={language}
            onChange={(value) => choose({ language: value as Language })}
          >
            <div className={classes.choices} data-beside>
              {Object.entries(LANGUAGES).map(([value, { tag, name }]) => (
                <Radio key={value} value={value} label={name} lang={tag} />
              ))}
            </div>
          </Radio.Group>
        </AccountForm>
      )}
    </Section>
  );
}
