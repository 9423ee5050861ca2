import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DialogRequest } from './dialog-entry';
import { DIALOG_PARTS } from './dialog-parts';
import type { Opener } from './use-opener';

interface OpenerButtonProps {
  opener: Opener;
  request: DialogRequest;
  /** What it is called where the text on it does not say it all. */
  label?: string;
  variant?: string;
  className?: string;
  children: ReactNode;
}

/** Opens a dialog, whose code it loads ahead at the first sign of interest. */
export function OpenerButton({ opener, request, label, variant, className, children }: OpenerButtonProps) {
  const loading = opener.loading(request.kind);
  return (
    <Button
      className={className}
      variant={variant}
      data-action={request.kind}
      aria-label={label}
      aria-busy={loading || undefined}
      loading={loading}
      {...DIALOG_PARTS[request.kind].preloadOnIntent}
      onClick={() => void opener.open(request)}
    >
      {children}
    </Button>
  );
}
