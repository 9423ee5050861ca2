import type { ComponentProps } from 'react';
import classes from './plain-button.module.css';

interface PlainButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'disabled'> {
  variant?: 'filled' | 'default';
  /** Whether what it does is going on; meanwhile it does nothing, and keeps the focus. */
  busy?: boolean;
}

/**
 * Looks as Mantine's does, in one element instead of four, some of them layers of their own: an order shows up to 1,500 of
 * them, and has to scroll on a phone.
 */
export function PlainButton({ variant = 'filled', busy = false, className = '', onClick, ...rest }: PlainButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      data-variant={variant}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    />
  );
}
