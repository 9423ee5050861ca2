import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { createApiKey, type NewApiKey } from '../../src/accounts/api-keys/create-api-key.js';
import { createAccount } from '../../src/accounts/create-account.js';
import { Limiters } from '../../src/accounts/guesses/limiters.js';
import { Role } from '../../src/accounts/role.js';
import { Scope } from '../../src/accounts/scope.js';
import { beginSession } from '../../src/accounts/sessions.js';
import type { Viewer } from '../../src/accounts/viewer.js';
import { SharedReads } from '../../src/changes/shared-reads.js';
import { readConfig } from '../../src/config.js';
import { type Budgets, InProcessBudgets } from '../../src/costs/budgets.js';
import { openDatabase } from '../../src/database/open-database.js';
import { SESSION_COOKIE } from '../../src/http/cookies.js';
import type { Mailer, OutgoingMail } from '../../src/mail/transport/mailer.js';
import { sendNextMail } from '../../src/mail/worker/send-next-mail.js';
import { createServer } from '../../src/server.js';
import type { Services } from '../../src/services.js';
import { InProcessSignals, type Signals } from '../../src/signals/signals.js';
import type { FreshDatabase } from './databases.js';
import { Person } from './person.js';
import { StatementCounter } from './statement-counter.js';

/** What a test wants otherwise than it is by default. */
export interface Settings {
  readonly environment?: NodeJS.ProcessEnv;
  readonly budgets?: Budgets;
  readonly limiters?: Limiters;
  readonly mailer?: Mailer;
  readonly logger?: FastifyServerOptions['logger'];
}

/** Keeps the mails that it is handed. */
class Pigeonhole implements Mailer {
  constructor(private readonly mails: OutgoingMail[]) {}

  async send(mail: OutgoingMail): Promise<string> {
    this.mails.push(mail);
    return '250 kept';
  }

  async close(): Promise<void> {}
}

/** A whole server on a database of its own, for one test file. */
export class TestApi {
  readonly password = 'correct horse battery staple';

  /** Stops the clock of the server at a moment; undefined lets it run again. */
  stoppedAt: Date | undefined;

  app: FastifyInstance;
  services: Services;
  /** Every mail that was sent, oldest first. */
  readonly mails: OutgoingMail[] = [];
  readonly statements = new StatementCounter();

  private constructor(private readonly fresh: FreshDatabase) {}

  static async start(
    create: () => Promise<FreshDatabase>,
    signals: Signals = new InProcessSignals(),
    settings: Settings = {},
  ): Promise<TestApi> {
    return TestApi.on(await create(), signals, settings);
  }

  private static async on(fresh: FreshDatabase, signals: Signals, settings: Settings = {}): Promise<TestApi> {
    const { environment = {}, budgets = new InProcessBudgets(), logger } = settings;
    const api = new TestApi(fresh);
    api.services = {
      config: readConfig({ DATABASE_URL: fresh.url, DEMO: 'false', ...environment }),
      database: await openDatabase(fresh.url, api.statements),
      signals,
      budgets,
      limiters: settings.limiters ?? new Limiters(),
      mailer: settings.mailer ?? new Pigeonhole(api.mails),
      report: (error) => {
        throw error;
      },
      sharedReads: new SharedReads(),
      now: () => api.stoppedAt ?? new Date(),
    };
    api.app = await createServer(api.services, { logger });
    return api;
  }

  /** Another server on the same database. It is stopped before this one, which drops the database. */
  another(signals: Signals, settings: Settings = {}): Promise<TestApi> {
    return TestApi.on({ url: this.fresh.url, drop: async () => {} }, signals, settings);
  }

  /** Somebody, with the session they have, at this server. */
  as({ id, cookie }: Person): Person {
    return new Person(this.app, id, cookie);
  }

  buyer(name = 'Bea'): Promise<Person> {
    return this.person(name, Role.BUYER);
  }

  operator(name = 'Olga'): Promise<Person> {
    return this.person(name, Role.OPERATOR);
  }

  /** A program of somebody, with a key of these scopes. */
  async programOf(person: Person, scopes = Object.values(Scope)): Promise<Person & { readonly secret: string }> {
    const { secret } = await this.keyOf(person, { scopes });
    return person.withSecret(secret) as Person & { readonly secret: string };
  }

  /** A new key of somebody, and its secret. */
  async keyOf({ id }: Person, wanted: Partial<NewApiKey> = {}): Promise<{ id: string; secret: string }> {
    const input = { name: 'Till', scopes: Object.values(Scope), ...wanted };
    const made = await createApiKey(this.services, { id } as Viewer, input);
    if ('refused' in made) throw new Error(JSON.stringify(made));
    return { id: made.apiKey.id, secret: made.secret };
  }

  /** Somebody in a fresh session of their own. */
  async again({ id }: Person): Promise<Person> {
    return new Person(this.app, id, `${SESSION_COOKIE}=${await beginSession(this.services, id)}`);
  }

  /** Does what a worker would do by now. */
  async sendMails(): Promise<void> {
    while ((await sendNextMail(this.services)) !== 'NOTHING_DUE');
  }

  /** Every mail to an address, oldest first, once all that is due is sent. */
  async mailsTo(email: string): Promise<OutgoingMail[]> {
    await this.sendMails();
    return this.mails.filter(({ to }) => to === email);
  }

  /** The token in the link of the newest mail to an address. */
  async tokenMailedTo(email: string): Promise<string> {
    const mail = (await this.mailsTo(email)).at(-1);
    const token = /#([\w-]{43})\b/.exec(mail?.text ?? '')?.[1];
    if (!token) throw new Error(`no link in ${JSON.stringify(mail)}`);
    return token;
  }

  /** Somebody who has not signed in. */
  stranger(): Person {
    return new Person(this.app, '', undefined);
  }

  /** Where the server listens; it starts to when first asked. */
  async address(): Promise<string> {
    if (!this.app.server.listening) await this.app.listen({ host: '127.0.0.1', port: 0 });
    return `127.0.0.1:${(this.app.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.services.signals.close();
    await this.services.budgets.close();
    await this.services.limiters.close();
    await this.services.database.close();
    await this.fresh.drop();
  }

  private async person(name: string, role: Role): Promise<Person> {
    const email = `${name.toLowerCase()}-${randomBytes(4).toString('hex')}@test.example`;
    const { id } = await createAccount(this.services, { name, email, role, password: this.password });
    const token = await beginSession(this.services, id);
    return new Person(this.app, id, `${SESSION_COOKIE}=${token}`);
  }
}
