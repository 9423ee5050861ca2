import type { Services } from '../../services.js';
import { onMail } from '../outbox/mail-signal.js';
import { sleep } from '../sleep.js';
import { pauseAfter } from './pauses.js';
import { sendNextMail } from './send-next-mail.js';

/** How often a worker looks for what has become due, in milliseconds; of what is due at once it is told. */
const LOOK_EVERY_MS = 1_000;

/**
 * Sends what is due, one mail after the other, so that a worker that is killed leaves at most one mail of which nobody
 * knows whether it went out. Any number of them work side by side, on any number of servers.
 */
export class MailWorker {
  private readonly stopping = new AbortController();
  private readonly forget: () => void;
  private readonly ended: Promise<void>;
  /** Ends the sleep between two looks. */
  private wake = new AbortController();
  private failuresInARow = 0;
  private isTroubled = false;

  constructor(private readonly services: Services) {
    this.forget = onMail(services.signals, () => this.wake.abort());
    this.ended = this.work();
  }

  /** Lets it finish the mail that it is at. */
  async stop(): Promise<void> {
    this.forget();
    this.stopping.abort();
    this.wake.abort();
    await this.ended;
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      // Made before the look, so that what is announced meanwhile is not slept over.
      this.wake = new AbortController();
      const isIdle = await this.look();
      const pause = pauseAfter(this.failuresInARow);
      if (pause > 0) await sleep(pause, this.stopping.signal);
      else if (isIdle) await sleep(LOOK_EVERY_MS, AbortSignal.any([this.stopping.signal, this.wake.signal]));
    }
  }

  /** Does the next thing, if there is any; true if there is none. Whatever goes wrong, it is due again later. */
  private async look(): Promise<boolean> {
    try {
      const outcome = await sendNextMail(this.services, this.stopping.signal);
      this.isTroubled = false;
      if (outcome === 'DONE') this.failuresInARow = 0;
      else if (outcome !== 'NOTHING_DUE') this.noteFailure(outcome.failure);
      return outcome === 'NOTHING_DUE';
    } catch (error) {
      if (!this.isTroubled) this.services.report(error);
      this.isTroubled = true;
      return true;
    }
  }

  /** One or two may be the mails' own trouble; with the third the log tells that no mails go out. */
  private noteFailure(failure: string): void {
    this.failuresInARow += 1;
    if (this.failuresInARow === 3) this.services.report(new Error(`mails cannot be sent for now: ${failure}`));
  }
}
