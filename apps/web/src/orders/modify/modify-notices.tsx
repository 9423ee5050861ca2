import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ItemRowFragment } from '../../gql/graphql';
import { useEvidenceWords } from '../../statuses/evidence';
import { DialogAlert } from '../../ui/dialog-alert';
import { differences, useDifferenceWords } from '../item-difference';
import { useRefusalWords } from '../refusal-words';
import classes from './modify-dialog.module.css';

interface ModifyNoticesProps {
  item: ItemRowFragment;
  currency: string;
  /** The item as it was when the person began to type. */
  base: ItemRowFragment;
  blocked: boolean;
  /** Whether the last submission was refused because of a change. */
  conflicted: boolean;
  draftRestored: boolean;
  startAfresh: () => void;
  /** For the place of what has changed. */
  changesRef: (place: HTMLElement | null) => void;
}

/** An item that is set aside and cannot be replaced is one of a closed order: a kept one could be. */
function whyBlocked({ attention }: ItemRowFragment): 'OrderClosed' | 'ItemNotReplaceable' {
  return attention === 'SET_ASIDE' ? 'OrderClosed' : 'ItemNotReplaceable';
}

/** What the person should know besides the item itself. Each notice leaves what was typed as it is. */
export function ModifyNotices(props: ModifyNoticesProps) {
  const { item, currency, base, blocked, conflicted, draftRestored, startAfresh, changesRef } = props;
  const t = useTranslations('modify');
  const differenceWords = useDifferenceWords();
  const refusals = useRefusalWords();
  const evidenceWords = useEvidenceWords();
  const changed = item.revision !== base.revision;
  const sentences = changed ? differenceWords(differences(base, item), currency) : [];
  const evidence = evidenceWords(item, currency).join('; ');
  if (changed && evidence !== evidenceWords(base, currency).join('; ') && evidence)
    sentences.push(t('evidenceNow', { evidence }));
  return (
    <>
      {draftRestored && (
        <div className={classes.draft}>
          <span>{t('draftRestored')}</span>
          <Button variant="subtle" onClick={startAfresh}>
            {t('startAfresh')}
          </Button>
        </div>
      )}
      {(changed || conflicted || blocked) && (
        <div ref={changesRef} tabIndex={-1} className={classes.form}>
          {(changed || conflicted) && (
            <DialogAlert color="yellow" answers={conflicted} title={t(conflicted ? 'conflictTitle' : 'changedTitle')}>
              <ul className={classes.changes}>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
              {!blocked && t(conflicted ? 'conflictText' : 'changedText')}
            </DialogAlert>
          )}
          {blocked && (
            <DialogAlert answers={false} title={t('blockedTitle')}>
              {refusals.ofResult({ __typename: whyBlocked(item), message: '' }, item.status)}
            </DialogAlert>
          )}
        </div>
      )}
    </>
  );
}
