import { join } from 'node:path';
import { Follower } from './follower.js';
import { MailServer } from './mail-server.js';
import { MailWorker } from './mail-worker.js';
import { Maria } from './maria.js';
import { Person } from './person.js';
import { Processes } from './processes.js';
import { Redis } from './redis.js';
import { Server, type ServerSettings } from './server.js';

export interface StageOptions extends Pick<ServerSettings, 'probe' | 'nodeArgs' | 'environment'> {
  readonly on: 'SQLite' | 'MariaDB';
  /** SQLite bears only one. */
  readonly servers: number;
}

/** Everything that a scenario plays on: real servers on a real database of their own, and the people of the demo. */
export class Stage {
  private readonly followers: Follower[] = [];

  private constructor(
    private readonly processes: Processes,
    readonly databaseUrl: string,
    readonly servers: readonly [Server, ...Server[]],
    private readonly parts: { readonly maria?: Maria; readonly redis?: Redis },
    /** The two buyers. */
    readonly buyers: readonly [Person, Person],
    readonly operator: Person,
  ) {}

  static async open({ on, servers: count, ...options }: StageOptions): Promise<Stage> {
    const processes = new Processes();
    try {
      const maria = on === 'MariaDB' ? await Maria.start(processes) : undefined;
      const databaseUrl = maria
        ? await maria.createDatabase('oops')
        : `sqlite:${join(await processes.folder('sqlite'), 'oops.db')}`;
      const redis = count > 1 ? await Redis.start(processes) : undefined;
      const settings = { ...options, databaseUrl, redisUrl: redis?.url };
      // The first one fills in the demo, and the others find it.
      const servers: [Server, ...Server[]] = [await Server.start(processes, { ...settings, demo: true })];
      while (servers.length < count) servers.push(await Server.start(processes, { ...settings, demo: false }));
      const arrives = (name: string) => Person.signIn(`${name}@demo.example`, servers);
      const [buyer, otherBuyer, operator] = await Promise.all(['buyer', 'other-buyer', 'operator'].map(arrives));
      if (!buyer || !otherBuyer || !operator) throw new Error('somebody is missing');
      return new Stage(processes, databaseUrl, servers, { maria, redis }, [buyer, otherBuyer], operator);
    } catch (failure) {
      await processes.end();
      throw failure;
    }
  }

  get maria(): Maria {
    if (!this.parts.maria) throw new Error('this stage has no MariaDB');
    return this.parts.maria;
  }

  get redis(): Redis {
    if (!this.parts.redis) throw new Error('this stage has no Redis');
    return this.parts.redis;
  }

  /**
   * Somebody's program that follows their changes. It is ended with the stage.
   * @param first the server it begins at, by its place
   * @param after the cursor that it begins after; from now on without it
   */
  async follow(person: Person, first = 0, after?: string): Promise<Follower> {
    const follower = new Follower(person, after ?? (await person.latestCursor()), first);
    this.followers.push(follower);
    return follower;
  }

  /** A mail server. @param tellsAll whether it keeps what the mails say */
  mailServer(tellsAll = true): Promise<MailServer> {
    return MailServer.start(this.processes, tellsAll);
  }

  /** A worker that sends this stage's mails, beside its servers. */
  mailWorker(mailServer: MailServer, settings: Record<string, string>): Promise<MailWorker> {
    const [{ url }] = this.servers;
    const env = {
      PUBLIC_URL: url,
      DATABASE_URL: this.databaseUrl,
      MAIL_URL: mailServer.url,
      DEMO: 'false',
      ...settings,
    };
    return MailWorker.start(this.processes, env);
  }

  /** Ends all processes and removes what they have left. */
  async end(): Promise<void> {
    await Promise.all(this.followers.map((follower) => follower.kill()));
    await this.processes.end();
  }
}
