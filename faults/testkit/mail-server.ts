import { fileURLToPath } from 'node:url';
import PostalMime from 'postal-mime';
import { freePort } from './ports.js';
import type { Processes, RunningProcess } from './processes.js';

const PROGRAM = fileURLToPath(new URL('smtp-server.mjs', import.meta.url));

/**
 * What a mail server can be in trouble with: it is gone; answers 4xx or 5xx to the recipient or to the mail; says nothing
 * at all, or nothing after the mail; hangs up in the midst of the mail.
 */
export const MOODS = [
  'down',
  'busy',
  'busy with mails',
  'refusing',
  'refusing mails',
  'silent',
  'hanging',
  'cutting',
] as const;

export type Mood = (typeof MOODS)[number];

/** A mail that the mail server has taken. */
export interface TakenMail {
  /** When, as `Date.now()` has it. */
  readonly at: number;
  readonly to: string;
  readonly messageId: string;
  /** The source in base64; empty unless it was to be told. */
  readonly raw: string;
}

/** A real mail server in a process of its own. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  private onMood = () => {};

  private constructor(
    readonly url: string,
    private readonly process: RunningProcess,
  ) {
    process.child.on('message', (told) => {
      const { mail } = told as { mail?: TakenMail };
      if (mail) this.taken.push(mail);
      else this.onMood();
    });
  }

  /** @param tellsAll whether it keeps what the mails say */
  static async start(processes: Processes, tellsAll: boolean): Promise<MailServer> {
    const port = await freePort();
    const env = { PORT: String(port), TELL: tellsAll ? 'all' : 'heads' };
    const cwd = await processes.folder('mail-server');
    const process = processes.spawn(globalThis.process.execPath, [PROGRAM], { cwd, env, ipc: true });
    const server = new MailServer(`smtp://127.0.0.1:${port}`, process);
    await server.hearsMood();
    return server;
  }

  async becomes(wanted: Mood | 'taking'): Promise<void> {
    this.process.expectRunning();
    const heard = this.hearsMood();
    this.process.child.send({ wanted });
    await heard;
  }

  private hearsMood(): Promise<void> {
    return new Promise((resolve) => {
      this.onMood = resolve;
    });
  }
}

/** The items that a mail leads to. */
export async function itemsIn({ raw }: TakenMail): Promise<string[]> {
  const { text = '' } = await PostalMime.parse(Buffer.from(raw, 'base64'));
  return [...text.matchAll(/\?modify=(itm_\w+)/g)].map(([, id]) => id ?? '');
}
