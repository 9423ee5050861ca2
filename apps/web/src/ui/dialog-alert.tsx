import { Alert } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface DialogAlertProps {
  title?: string;
  color?: 'orange' | 'yellow';
  /** Whether it answers what the person has just pressed. What comes by itself must not move what they look at. */
  answers: boolean;
  /** Space above, where the dialog is no form with gaps of its own. */
  mt?: 'sm';
  children: ReactNode;
}

/** A word of warning in a dialog. One that answers comes into sight, for the button may stand far from it. */
export function DialogAlert({ title, color = 'orange', answers, mt, children }: DialogAlertProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answers) place.current?.scrollIntoView({ block: 'nearest' });
  }, [answers]);
  return (
    <Alert ref={place} role="alert" color={color} variant="light" title={title} mt={mt}>
      {children}
    </Alert>
  );
}
