import { Button } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import classes from './notices.module.css';

export interface Notice {
  readonly text: string;
  /** Nothing went wrong: it is said when it is its turn. */
  readonly polite?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

type Notify = (notice: Notice) => void;

const NotifyContext = createContext<Notify>(() => {});

/** Says something that no longer has a place of its own on the page, until it is dismissed or acted on. */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  const [notices, setNotices] = useState<readonly (Notice & { id: number })[]>([]);
  const count = useRef(0);
  const notify = useCallback<Notify>((notice) => {
    count.current += 1;
    const id = count.current;
    // Whoever failed before with the same words has said it already.
    setNotices((before) => [...before.filter(({ text }) => text !== notice.text), { ...notice, id }]);
  }, []);
  const dismiss = (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id));

  const show = (isPolite: boolean) =>
    notices
      .filter(({ polite = false }) => polite === isPolite)
      .map(({ id, text, action }) => (
        <div key={id} role={isPolite ? undefined : 'alert'} className={classes.notice} data-polite={isPolite}>
          <p>{text}</p>
          {action && (
            <Button
              variant="light"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => dismiss(id)}>
            {t('dismiss')}
          </Button>
        </div>
      ));

  return (
    <NotifyContext.Provider value={notify}>
      {children}
      <div className={classes.place}>
        {show(false)}
        {/* Always there: a polite word that comes together with its place is not read out by every screen reader. */}
        <div aria-live="polite" className={classes.polite}>
          {show(true)}
        </div>
      </div>
    </NotifyContext.Provider>
  );
}
