import { createContext, useContext, useRef, useState } from 'react';
import type { DialogRequest } from './dialog-entry';
import { DIALOG_PARTS } from './dialog-parts';

interface Dialogs {
  /** Opens a dialog over the page. It is held above all rows, so that it outlives whatever becomes of them. */
  open(request: DialogRequest): void;
  openAnew(request: DialogRequest): Promise<boolean>;
}

export const DialogsContext = createContext<Dialogs>({ open: () => {}, openAnew: async () => false });

/** What is going on at the button: the code of the dialog is on its way, or did not come. */
interface Opening {
  readonly kind: DialogRequest['kind'];
  readonly failed?: boolean;
}

export type Opener = ReturnType<typeof useOpener>;

/** For a button that opens a dialog: it says so while the code of the dialog is still being loaded. */
export function useOpener() {
  const dialogs = useContext(DialogsContext);
  const [opening, setOpening] = useState<Opening>();
  const latest = useRef<DialogRequest>(undefined);

  async function open(request: DialogRequest): Promise<void> {
    latest.current = request;
    const part = DIALOG_PARTS[request.kind];
    if (!part.loaded) setOpening({ kind: request.kind });
    try {
      await part.fetch();
      setOpening(undefined);
      if (latest.current === request) dialogs.open(request);
    } catch {
      // Asked for again, it would fail by what the browser remembers, and for every other item too.
      if (await dialogs.openAnew(request)) return;
      setOpening({ kind: request.kind, failed: true });
    }
  }

  return {
    open,
    loading: (kind: DialogRequest['kind']) => opening?.kind === kind && !opening.failed,
    /** Tries again what could not be loaded. */
    retry: opening?.failed ? () => latest.current && void open(latest.current) : undefined,
  };
}
