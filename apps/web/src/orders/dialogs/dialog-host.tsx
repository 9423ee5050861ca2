import { type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useViewer } from '../../accounts/session';
import { ShowPart } from '../../ui/lazy-part';
import { useNotify } from '../../ui/notices';
import { focusOpener } from '../focus-row';
import { type DialogEntry, useDialogEntry } from './dialog-entry';
import { DIALOG_PARTS } from './dialog-parts';
import { useOpenAnew } from './use-open-anew';
import { DialogsContext } from './use-opener';
import { useSubject } from './use-subject';

/** How a dialog ends, and how it is opened again after it was closed too early. */
export interface DialogWays {
  close(): void;
  /** Its act succeeded. */
  finish(): void;
  reopen(): void;
}

/** Shows the dialog that stands in the history of the browser, above all pages. */
export function DialogHost({ children }: { children: ReactNode }) {
  const viewer = useViewer();
  const { entry, open, close, finish } = useDialogEntry(viewer.id);
  const shown = useRef(entry);
  // As the dialog goes: later, the person may have put the focus elsewhere.
  useLayoutEffect(() => {
    // The button that opened it, or what is left in its place, has the focus again, however the dialog was closed.
    if (shown.current && !entry) focusOpener(shown.current);
    shown.current = entry;
  }, [entry]);

  const ways = useMemo<DialogWays | undefined>(
    () =>
      entry && {
        close: () => close(entry.key),
        finish: () => finish(entry.key),
        reopen: () => open(entry),
      },
    [entry, open, close, finish],
  );
  const openAnew = useOpenAnew(open);
  const dialogs = useMemo(() => ({ open, openAnew }), [open, openAnew]);
  return (
    <DialogsContext.Provider value={dialogs}>
      {children}
      {entry && ways && <OpenDialog key={entry.key} entry={entry} ways={ways} />}
    </DialogsContext.Provider>
  );
}

function OpenDialog({ entry, ways }: { entry: DialogEntry; ways: DialogWays }) {
  const common = useTranslations('common');
  const notify = useNotify();
  const { openAnew } = useContext(DialogsContext);
  const { order, items, item, isAbsent, hasFailed } = useSubject(entry);

  function giveUp() {
    ways.close();
    say();
  }
  function say() {
    const run = () => void openAnew(entry).then((isOpening) => isOpening || say());
    notify({ text: common('partFailed'), action: { label: common('retry'), run } });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once is enough
  useEffect(() => {
    if (hasFailed) giveUp();
    else if (isAbsent) ways.finish();
  }, [hasFailed, isAbsent]);

  if (!order) return null;
  if (entry.kind === 'prepare')
    return <ShowPart part={DIALOG_PARTS.prepare} give={{ order, items, ways }} onLoadFailed={giveUp} />;
  if (!item) return null;
  const give = { item, currency: order.currency, ways };
  switch (entry.kind) {
    case 'modify':
      return <ShowPart part={DIALOG_PARTS.modify} give={give} onLoadFailed={giveUp} />;
    case 'cancel':
      return <ShowPart part={DIALOG_PARTS.cancel} give={give} onLoadFailed={giveUp} />;
    case 'report':
      return <ShowPart part={DIALOG_PARTS.report} give={give} onLoadFailed={giveUp} />;
    default:
      return entry satisfies never;
  }
}
