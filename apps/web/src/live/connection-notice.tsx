import { useTranslations } from 'use-intl';
import classes from './connection-notice.module.css';
import { useConnectionWord } from './use-connection-word';

/** Says that the page no longer follows, and later that it has caught up. It floats, so that nothing moves. */
export function ConnectionNotice() {
  const t = useTranslations('live');
  const word = useConnectionWord();
  return (
    <div role="status" className={classes.place}>
      {word && (
        <p className={classes.notice} data-lost={word !== 'caughtUp' || undefined}>
          {t(word)}
        </p>
      )}
    </div>
  );
}
