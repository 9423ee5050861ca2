import type { ReactNode } from 'react';
import { PlainButton } from '../../ui/plain-button';
import type { DialogRequest } from './dialog-entry';
import { DIALOG_PARTS } from './dialog-parts';
import type { Opener } from './use-opener';

interface OpenerButtonProps {
  opener: Opener;
  request: DialogRequest;
  /** What it is called where the text on it does not say it all. */
  label?: string;
  variant?: 'filled' | 'default';
  className?: string;
  children: ReactNode;
}

/** Opens a dialog, whose code it loads ahead at the first sign of interest. */
export function OpenerButton({ opener, request, label, variant, className, children }: OpenerButtonProps) {
  return (
    <PlainButton
      className={className}
      variant={variant}
      data-action={request.kind}
      aria-label={label}
      busy={opener.loading(request.kind)}
      {...DIALOG_PARTS[request.kind].preloadOnIntent}
      onClick={() => void opener.open(request)}
    >
      {children}
    </PlainButton>
  );
}
