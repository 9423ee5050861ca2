import { Alert } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';

/** What came of a form, in its place. It takes the focus, which would be lost with the form, and so is read out. */
export function Outcome({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      role="group"
      color="blue"
      variant="light"
      title={title}
      icon={<IconCheck aria-hidden />}
    >
      {children}
    </Alert>
  );
}
