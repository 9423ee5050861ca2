import { Alert, Button, TextInput } from '@mantine/core';
import { IconCopy, IconKey } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './api-keys-page.module.css';

/** A secret, the one time that it can be seen. */
export function ShownSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useTranslations('apiKeys');
  const [copied, setCopied] = useState<boolean>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Browsers forbid it where the page is not served over https: then people copy what is selected.
      field.current?.select();
      setCopied(false);
    }
  }

  return (
    <Alert color="teal" variant="light" title={t('madeTitle')} icon={<IconKey aria-hidden />}>
      <div className={classes.secret}>
        <TextInput
          ref={field}
          label={t('secret')}
          description={t('secretHint')}
          readOnly
          value={secret}
          classNames={{ input: classes.secretInput }}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={classes.line}>
          <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
            {t('copy')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('done')}
          </Button>
          <span role="status">{copied === undefined ? '' : t(copied ? 'copied' : 'notCopied')}</span>
        </div>
      </div>
    </Alert>
  );
}
