import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import classes from './dialog.module.css';

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
      <Modal.Content className={classes.content}>
        {/* A <header> outside of <main> would pass for that of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} size="lg" />
        </Modal.Header>
        <Modal.Body className={classes.body}>{children}</Modal.Body>
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
  return <div className={`${classes.footer} ${className}`}>{children}</div>;
}
