import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FocusEvent, type ReactNode, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useConnectionWord } from '../live/use-connection-word';
import classes from './dialog.module.css';
import { SteadyFocus } from './steady-focus';
import { stickyEdge } from './sticky-edge';

const header = stickyEdge('--header');
const footer = stickyEdge('--footer');

interface DialogProps {
  title: string;
  /** A form takes the whole screen of a phone, a question does not. */
  kind: 'form' | 'question';
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog over the page. Where the focus goes afterwards is for the opener to say: the button that opened it is often
 * gone when the act succeeded.
 */
export function Dialog({ title, kind, onClose, children }: DialogProps) {
  const t = useTranslations('common');
  const onPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false });
  const hasBegun = useRef(false);

  // Mantine puts the focus where it begins without scrolling there.
  function showFirstFocus({ target }: FocusEvent) {
    if (hasBegun.current) return;
    hasBegun.current = true;
    if (target.matches('input, textarea')) target.scrollIntoView({ block: 'nearest' });
  }

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={kind === 'form' ? 580 : 460}
      fullScreen={onPhone && kind === 'form'}
      returnFocus={false}
      // The usual fade holds up somebody in a hurry.
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content} onFocus={showFirstFocus}>
        {/* A <header> outside of <main> would pass for that of the page. */}
        <Modal.Header ref={header} role="presentation">
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} size="lg" />
        </Modal.Header>
        <Modal.Body className={classes.body}>
          <SteadyFocus>{children}</SteadyFocus>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The answers to a question, the one that goes on last; side by side or, where that is too wide, above each other. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <DialogFooter className={classes.buttons}>{children}</DialogFooter>;
}

/** The end of a dialog. It stays in sight where the rest is higher than the screen and scrolls. */
export function DialogFooter({ className = '', children }: { className?: string; children: ReactNode }) {
  const t = useTranslations('live');
  const connection = useConnectionWord();
  return (
    <div ref={footer} className={classes.footer}>
      {/* The page below says it as well, and aloud; but a dialog lies over that. */}
      {connection && <p className={classes.connection}>{t(connection)}</p>}
      <div className={`${classes.row} ${className}`}>{children}</div>
    </div>
  );
}
