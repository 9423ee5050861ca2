import type { Signals } from '../../signals/signals.js';

const MAIL = 'mail';

/** Tells the workers that there is a mail to be sent. Should they not hear it, they look by themselves before long. */
export function announceMail(signals: Signals): void {
  signals.send(MAIL);
}

/** Calls `listener` when there is a mail to be sent. Returns how to stop. */
export function onMail(signals: Signals, listener: () => void): () => void {
  return signals.on(MAIL, listener);
}
