import type { ComponentProps } from 'react';
import classes from './plain-button.module.css';

interface PlainButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'disabled'> {
  variant?: 'filled' | 'default';
  /** Whether what it does is going on; meanwhile it cannot be pressed. */
  busy?: boolean;
}

/**
 * Looks as Mantine's does, in one element instead of four, some of them layers of their own: an order shows up to 1,500 of
 * them, and has to scroll on a phone.
 */
export function PlainButton({ variant = 'filled', busy = false, className = '', ...rest }: PlainButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      data-variant={variant}
      disabled={busy}
      aria-busy={busy || undefined}
      {...rest}
    />
  );
}
