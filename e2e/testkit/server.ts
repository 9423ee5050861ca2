import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { eventually } from './eventually.js';
import { ROOT } from './root.js';

const PROGRAM = join(ROOT, 'apps/api/dist/main.js');
const PAGE = join(ROOT, 'apps/web/dist/index.html');

const READY_WITHIN_MS = 30_000;

/** A mail as a mail program shows it. */
export interface MailView {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The built server as a process of its own, as a demo, on a port that was free. */
export class Server {
  private process: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly url: string,
    private readonly databaseUrl: string,
    /** Where it runs, so that what it writes by default does not land in the repository. */
    private readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param environment more settings, e.g. `{ PAGE_DOCUMENTS_ONLY: 'true' }` */
  static async start(databaseUrl: string, environment: Readonly<Record<string, string>> = {}): Promise<Server> {
    if (!existsSync(PROGRAM) || !existsSync(PAGE))
      throw new Error('Build the server and the page first: npm run build');
    const folder = await mkdtemp(join(tmpdir(), 'oops-e2e-server-'));
    const server = new Server(`http://127.0.0.1:${await freePort()}`, databaseUrl, folder, environment);
    await server.startAgain();
    return server;
  }

  /** Starts it on the same port and database as before. */
  async startAgain(): Promise<void> {
    const { PATH } = process.env;
    const settings = { PORT: new URL(this.url).port, PUBLIC_URL: this.url, DATABASE_URL: this.databaseUrl };
    const env = { PATH, DEMO: 'true', ...settings, ...this.environment };
    const child = spawn(process.execPath, [PROGRAM], { cwd: this.folder, env });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.output += text));
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.output}`);
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (!answer?.ok) throw new Error(`the server is not ready:\n${this.output}`);
    }, READY_WITHIN_MS);
  }

  /** Ends it at once, without a farewell to anybody. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.folder, { recursive: true });
  }

  /** The newest mail to an address whose subject fits. Waits until there is one. */
  async mailTo(email: string, subject: RegExp): Promise<MailView> {
    const folder = join(this.folder, 'data/mail');
    return eventually(async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
      const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
      const theirs = mails.filter(({ to }) => to?.some(({ address }) => address === email));
      const mail = theirs.findLast((each) => subject.test(each.subject ?? ''));
      if (!mail) throw new Error(`no such mail to ${email}, but: ${theirs.map((each) => each.subject).join(', ')}`);
      return { subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '' };
    });
  }

  /** The path of the page that such a mail links to, with what stands behind its #. */
  async linkMailedTo(email: string, subject: RegExp): Promise<string> {
    const { text } = await this.mailTo(email, subject);
    const link = text.match(/https?:\/\/[^/\s]+(\/[\w-]+#[\w-]+)/)?.[1];
    if (!link) throw new Error(`no link in ${text}`);
    return link;
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
