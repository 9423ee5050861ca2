import { Button, type ButtonProps } from '@mantine/core';
import { type ComponentProps, useEffect, useRef } from 'react';

interface BusyButtonProps extends ButtonProps, Omit<ComponentProps<'button'>, keyof ButtonProps | 'ref'> {
  /** Whether what it does is going on; meanwhile it cannot be pressed. */
  loading: boolean;
}

/**
 * Mantine's button, which loses the focus while it is busy. It has it again afterwards, unless somebody took it: or the
 * keyboard would begin at the top of the page, and a screen reader too.
 */
export function BusyButton({ loading, ...rest }: BusyButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !loading && document.activeElement === document.body) button.current?.focus();
    wasBusy.current = loading;
  }, [loading]);
  return <Button ref={button} loading={loading} {...rest} />;
}
