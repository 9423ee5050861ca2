import { isIP } from 'node:net';
import { bool, cleanEnv, EnvMissingError, host, makeValidator, port, type ReporterOptions, str } from 'envalid';

/** When mails about orders are due. In milliseconds. */
export interface MailTimes {
  /** A digest goes out when no report came for so long … */
  readonly digestQuietMs: number;
  /** … but at the latest so long after the first one. */
  readonly digestMaxMs: number;
  /** How long after a digest each reminder goes out. */
  readonly remindersMs: readonly number[];
}

/** All settings of the server, checked. Nothing else in the program reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /**
   * What links begin with, and in production the only origin that cookies and WebSockets are accepted from. No trailing
   * slash.
   */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  /** Where several servers send each other signals; undefined where there is but one. */
  readonly redisUrl: string | undefined;
  readonly isProduction: boolean;
  /** What an account may ask for at once, in points of cost; those not signed in have a tenth, one for each address. */
  readonly costBudget: number;
  /** What comes back of it in a second, in points. */
  readonly costRestorePerSecond: number;
  /** How many sockets one account may have open at this server. */
  readonly socketsPerAccount: number;
  /** The addresses and networks of proxies, whose word on where a request comes from is taken. */
  readonly trustedProxies: readonly string[];
  /** The mail server that mails are handed to; undefined where each is written to `mailDir`. */
  readonly mailUrl: string | undefined;
  /** The folder that mails are written to without a mail server. */
  readonly mailDir: string;
  /** What stands in mails as their sender. */
  readonly mailFrom: string;
  /** Whether this server sends mails itself, or leaves that to workers. */
  readonly mailWorker: boolean;
  /** When mails about orders are due. */
  readonly mailTimes: MailTimes;
  /** Whether the session cookie is good for the page's own documents only. */
  readonly pageDocumentsOnly: boolean;
  /** Whether an empty database is filled with demo accounts and orders. */
  readonly demo: boolean;
}

const HOUR_MS = 60 * 60 * 1000;

const databaseUrl = makeValidator((input: string) => {
  if (!/^(sqlite:.|(mysql|mariadb):\/\/.)/.test(input))
    throw new Error('must begin with sqlite:, mysql:// or mariadb://');
  return input;
});

const count = makeValidator((input: string) => {
  if (!/^[1-9]\d{0,8}$/.test(input)) throw new Error('must be a whole number from 1 to 999999999');
  return Number(input);
});

const networks = makeValidator((input: string) => {
  const list = input
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  for (const one of list) {
    const [address = '', bits] = one.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    if (!isIP(address) || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new Error('must be addresses or networks such as 10.0.0.0/8, with commas between them');
  }
  return list;
});

const redisUrl = makeValidator((input: string) => {
  if (input !== '' && !/^rediss?:\/\/./.test(input)) throw new Error('must begin with redis:// or rediss://');
  return input;
});

const mailUrl = makeValidator((input: string) => {
  if (input !== '' && !(/^smtps?:\/\/./.test(input) && URL.canParse(input)))
    throw new Error('must begin with smtp:// or smtps://');
  return input;
});

const mailSender = makeValidator((input: string) => {
  if (input !== '' && !/^[^<>\r\n@]+<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/.test(input))
    throw new Error('must be an address such as Oops Orders <no-reply@orders.example>');
  return input;
});

const ascendingHours = makeValidator((input: string) => {
  const hours = input.split(',').map((one) => one.trim());
  const areHours = hours.every((one) => /^[1-9]\d{0,3}$/.test(one));
  const numbers = hours.map(Number);
  if (input !== '' && !(areHours && numbers.every((hour, place) => place === 0 || hour > (numbers[place - 1] ?? 0))))
    throw new Error('must be whole hours from 1 to 9999, each more than the one before, with commas between them');
  return input === '' ? [] : numbers;
});

const origin = makeValidator((input: string) => {
  if (!/^https?:\/\//.test(input) || !URL.canParse(input) || new URL(input).origin !== input.replace(/\/$/, '')) {
    throw new Error('must be an origin such as https://orders.example, without a path');
  }
  return new URL(input).origin;
});

/**
 * Reads the settings from the environment.
 * Ends the program with a sentence for each wrong or missing setting, so that it never runs on a guess.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const isProduction = environment.NODE_ENV === 'production';
  // In production nothing is guessed that would let people reach the wrong place or lose their data.
  const onlyOutsideProduction = (value: string) => (isProduction ? {} : { default: value });
  const specs = {
    HOST: host({ default: '127.0.0.1', desc: 'address to listen on' }),
    PORT: port({ default: 4000, desc: 'port to listen on' }),
    PUBLIC_URL: origin({ ...onlyOutsideProduction(''), desc: 'origin under which people reach the page' }),
    DATABASE_URL: databaseUrl({
      ...onlyOutsideProduction('sqlite:data/oops.db'),
      desc: 'sqlite:<file>, mysql://… or mariadb://…',
    }),
    REDIS_URL: redisUrl({ default: '', desc: 'redis://…, where there is more than one server' }),
    COST_BUDGET: count({ default: 50_000, desc: 'points of cost that an account may ask for at once' }),
    COST_RESTORE_PER_SECOND: count({ default: 10_000, desc: 'points of it that come back in a second' }),
    SOCKETS_PER_ACCOUNT: count({ default: 3_000, desc: 'open sockets of one account at one server' }),
    TRUSTED_PROXIES: networks({ default: [], desc: 'addresses of the proxies in front of the server' }),
    MAIL_URL: mailUrl({ default: '', desc: 'smtp://… or smtps://…, the mail server' }),
    MAIL_DIR: str({ default: 'data/mail', desc: 'folder that mails are written to without MAIL_URL' }),
    MAIL_FROM: mailSender({ default: '', desc: 'sender of the mails' }),
    MAIL_WORKER: bool({ default: true, desc: 'whether this server sends mails, or leaves that to workers' }),
    MAIL_DIGEST_QUIET_SECONDS: count({ default: 120, desc: 'seconds without a report after which a digest is sent' }),
    MAIL_DIGEST_MAX_SECONDS: count({ default: 900, desc: 'seconds after the first report when it is sent anyway' }),
    MAIL_REMINDER_HOURS: ascendingHours({ default: [24, 72], desc: 'hours after a digest when reminders are sent' }),
    PAGE_DOCUMENTS_ONLY: bool({ default: isProduction, desc: 'with a session, serve the documents of the page only' }),
    DEMO: bool({ default: !isProduction, desc: 'fill an empty database with demo accounts and orders' }),
    NODE_ENV: str({
      choices: ['development', 'test', 'production'],
      default: 'development',
      desc: 'production refuses to start without its settings',
    }),
  };
  const settings = cleanEnv(environment, specs, { reporter: (report) => stopOnErrors(report, specs) });
  const publicUrl = settings.PUBLIC_URL || `http://localhost:${settings.PORT}`;
  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl,
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL || undefined,
    costBudget: settings.COST_BUDGET,
    costRestorePerSecond: settings.COST_RESTORE_PER_SECOND,
    socketsPerAccount: settings.SOCKETS_PER_ACCOUNT,
    trustedProxies: settings.TRUSTED_PROXIES,
    mailDir: settings.MAIL_DIR,
    mailUrl: settings.MAIL_URL || undefined,
    mailFrom: settings.MAIL_FROM || `Oops Orders <no-reply@${new URL(publicUrl).hostname}>`,
    mailWorker: settings.MAIL_WORKER,
    mailTimes: {
      digestQuietMs: settings.MAIL_DIGEST_QUIET_SECONDS * 1000,
      digestMaxMs: settings.MAIL_DIGEST_MAX_SECONDS * 1000,
      remindersMs: settings.MAIL_REMINDER_HOURS.map((hours) => hours * HOUR_MS),
    },
    pageDocumentsOnly: settings.PAGE_DOCUMENTS_ONLY,
    isProduction,
    demo: settings.DEMO && !isProduction,
  };
}

function stopOnErrors({ errors }: ReporterOptions<unknown>, specs: Record<string, { desc?: string }>): void {
  const wrong = Object.entries(errors as Record<string, Error>);
  if (wrong.length === 0) return;
  for (const [name, error] of wrong) {
    const reason = error instanceof EnvMissingError ? 'it is required in production' : error.message;
    console.error(`Set ${name} (${specs[name]?.desc}): ${reason}`);
  }
  process.exit(1);
}
