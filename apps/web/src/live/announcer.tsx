import { VisuallyHidden } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

/** Changes often come in bursts; what comes within this time is said in one breath. */
const GATHER_MS = 400;
const MOST_AT_ONCE = 3;

export function useAnnouncements() {
  const t = useTranslations('live');
  const [announcement, setAnnouncement] = useState('');
  const gathered = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const announce = useCallback(
    (text: string) => {
      gathered.current.push(text);
      timer.current ??= setTimeout(() => {
        const texts = gathered.current;
        gathered.current = [];
        timer.current = undefined;
        setAnnouncement(texts.length > MOST_AT_ONCE ? t('manyChanged', { count: texts.length }) : texts.join('. '));
      }, GATHER_MS);
    },
    [t],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  return { announcement, announce };
}

export function Announcer({ announcement }: { announcement: string }) {
  return (
    <VisuallyHidden>
      <div aria-live="polite">{announcement}</div>
    </VisuallyHidden>
  );
}
