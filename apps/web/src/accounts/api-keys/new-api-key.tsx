import { useMutation } from '@apollo/client/react';
import { Alert, Checkbox, NativeSelect, TextInput, Title } from '@mantine/core';
import { LIMITS } from '@oops/item-status';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ApiKeyScope, CreateApiKeyDocument } from '../../gql/graphql';
import { BusyButton } from '../../ui/busy-button';
import { failureWord } from '../../ui/failures';
import { useKept } from '../use-kept';
import classes from './api-keys-page.module.css';
import { ShownSecret } from './shown-secret';

const SCOPES: readonly ApiKeyScope[] = ['ORDERS_READ', 'ORDERS_WRITE'];

/** Days until a key expires, and '' for never; a quarter is what most programs are looked after in. */
const LIFETIMES = ['30', '90', String(LIMITS.apiKeyDays.max), ''];

/** What is filled in of a key to be made. */
interface Wanted {
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly days: string;
}

const FRESH: Wanted = { name: '', scopes: SCOPES, days: '90' };

/** The form that makes a key, and its secret, once. What is filled in outlives a reload, or a scope that was taken away would be back. */
export function NewApiKey({ onMade }: { onMade: () => void }) {
  const t = useTranslations('apiKeys');
  const common = useTranslations('common');
  const titleId = useId();
  const kept = useKept<Wanted>(
    'new-api-key',
    ({ name, scopes, days }) => name !== undefined && Array.isArray(scopes) && LIFETIMES.includes(days ?? '?'),
  );
  const [wanted, setWanted] = useState(() => kept.read() ?? FRESH);
  const { name, scopes, days } = wanted;
  const [secret, setSecret] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({});
  // The secret stands on the screen and nowhere else: not in the cache either.
  const [create, { loading }] = useMutation(CreateApiKeyDocument, { fetchPolicy: 'no-cache' });

  function want(part: Partial<Wanted>) {
    const next = { ...wanted, ...part };
    setWanted(next);
    kept.write(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setRefusal(undefined);
    setFieldErrors({});
    try {
      const input = { name, scopes: [...scopes], expiresInDays: days === '' ? null : Number(days) };
      const { data } = await create({ variables: { input } });
      const result = data?.createApiKey;
      if (result?.__typename === 'CreateApiKeySuccess') {
        setSecret(result.secret);
        setWanted({ ...wanted, name: '' });
        kept.drop();
        onMade();
      } else if (result?.__typename === 'InvalidInput')
        setFieldErrors(Object.fromEntries(result.violations.map(({ field, message }) => [field, message])));
      else setRefusal(t('tooMany'));
    } catch (error) {
      setRefusal(common(failureWord(error)));
    }
  }

  if (secret) return <ShownSecret secret={secret} onDone={() => setSecret(undefined)} />;
  return (
    <form className={classes.form} noValidate aria-labelledby={titleId} onSubmit={submit}>
      <Title order={2} size="h5" id={titleId}>
        {t('new')}
      </Title>
      {refusal && (
        <Alert color="orange" variant="light" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {refusal}
        </Alert>
      )}
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        autoComplete="off"
        value={name}
        error={fieldErrors.name}
        onChange={(event) => want({ name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('scopes')}
        value={[...scopes]}
        error={fieldErrors.scopes}
        onChange={(chosen) => want({ scopes: SCOPES.filter((scope) => chosen.includes(scope)) })}
      >
        <div className={classes.scopes}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={t(`scope.${scope}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={t('lifetime')}
        value={days}
        error={fieldErrors.expiresInDays}
        data={LIFETIMES.map((value) => ({
          value,
          label: value === '' ? t('untilRevoked') : t('days', { count: Number(value) }),
        }))}
        onChange={(event) => want({ days: event.currentTarget.value })}
      />
      <BusyButton type="submit" loading={loading} className={classes.submit}>
        {t('make')}
      </BusyButton>
    </form>
  );
}
