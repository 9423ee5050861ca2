import type { Config } from './config.js';

const { jest } = import.meta;

let readConfig: (environment: NodeJS.ProcessEnv) => Config;
let said = '';

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((text) => {
    said += `${text}\n`;
  });
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  // What the settings' library prints with, it takes when it is loaded.
  ({ readConfig } = await import('./config.js'));
});

beforeEach(() => {
  said = '';
});

afterAll(() => jest.restoreAllMocks());

const USUAL = {
  mailDir: 'data/mail',
  mailWorker: true,
  mailTimes: { digestQuietMs: 120_000, digestMaxMs: 900_000, remindersMs: [24 * 3_600_000, 72 * 3_600_000] },
  costBudget: 50_000,
  costRestorePerSecond: 10_000,
  socketsPerAccount: 3_000,
  trustedProxies: [],
};

const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://orders.example',
  DATABASE_URL: 'mysql://oops@db/oops',
};

describe('settings', () => {
  test('have defaults in development', () => {
    expect(readConfig({})).toEqual({
      ...USUAL,
      mailFrom: 'Oops Orders <no-reply@localhost>',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'http://localhost:4000',
      databaseUrl: 'sqlite:data/oops.db',
      pageDocumentsOnly: false,
      isProduction: false,
      demo: true,
    });
  });

  test('are taken from the environment', () => {
    const environment = {
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://orders.example',
      DATABASE_URL: 'mariadb://oops@db/oops',
      PAGE_DOCUMENTS_ONLY: 'true',
      DEMO: 'false',
      UNKNOWN: 'left alone',
    };
    expect(readConfig(environment)).toEqual({
      ...USUAL,
      mailFrom: 'Oops Orders <no-reply@orders.example>',
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://orders.example',
      databaseUrl: 'mariadb://oops@db/oops',
      pageDocumentsOnly: true,
      isProduction: false,
      demo: false,
    });
  });

  test('mails go where and when they are told to', () => {
    const config = readConfig({
      MAIL_URL: 'smtps://oops:secret@mail.example:465',
      MAIL_FROM: 'Orders <orders@oops.example>',
      MAIL_WORKER: 'false',
      MAIL_DIGEST_QUIET_SECONDS: '1',
      MAIL_DIGEST_MAX_SECONDS: '5',
      MAIL_REMINDER_HOURS: '1, 2, 100',
    });
    expect(config).toMatchObject({
      mailUrl: 'smtps://oops:secret@mail.example:465',
      mailFrom: 'Orders <orders@oops.example>',
      mailWorker: false,
      mailTimes: { digestQuietMs: 1_000, digestMaxMs: 5_000, remindersMs: [3_600_000, 7_200_000, 360_000_000] },
    });
    expect(readConfig({ MAIL_REMINDER_HOURS: '' }).mailTimes.remindersMs).toEqual([]);
  });

  test('proxies are addresses and networks', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  test('the public URL follows the port where it is not given', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
  });

  test('the public URL loses its trailing slash, so that it can be compared with an origin', () => {
    expect(readConfig({ PUBLIC_URL: 'https://orders.example/' }).publicUrl).toBe('https://orders.example');
  });

  test.each(['sqlite:data/other.db', 'mysql://oops@db:3306/oops', 'mariadb://oops@db/oops'])(
    'the database may be %s',
    (url) => {
      expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );
});

describe('a wrong setting ends the program with a sentence that names it', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '4000.5'],
    ['PORT', ''],
    ['HOST', 'not a host'],
    ['HOST', ''],
    ['PUBLIC_URL', 'orders.example'],
    ['PUBLIC_URL', 'ftp://orders.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['PUBLIC_URL', 'https://orders.example/shop'],
    ['PUBLIC_URL', 'https://orders.example?a=1'],
    ['PUBLIC_URL', 'https://user:pass@orders.example'],
    ['PUBLIC_URL', 'https://orders.example:99999'],
    ['PUBLIC_URL', ''],
    ['DATABASE_URL', 'postgres://oops@db/oops'],
    ['DATABASE_URL', 'data/oops.db'],
    ['DATABASE_URL', ''],
    ['COST_BUDGET', '0'],
    ['COST_RESTORE_PER_SECOND', '1.5'],
    ['SOCKETS_PER_ACCOUNT', '-1'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['PAGE_DOCUMENTS_ONLY', 'some'],
    ['MAIL_URL', 'http://mail.example'],
    ['MAIL_URL', 'smtp://'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'Oops <a@b.example>\r\nBcc: x@y.example'],
    ['MAIL_WORKER', 'perhaps'],
    ['MAIL_DIGEST_QUIET_SECONDS', '0'],
    ['MAIL_DIGEST_MAX_SECONDS', '-5'],
    ['MAIL_REMINDER_HOURS', 'soon'],
    ['MAIL_REMINDER_HOURS', '72,24'],
    ['DEMO', 'maybe'],
  ])('%s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow('ended with 1');
    expect(said).toContain(name);
  });

  test('which says what to set instead', () => {
    expect(() => readConfig({ PUBLIC_URL: 'orders.example', DATABASE_URL: 'postgres://db' })).toThrow('ended with 1');
    expect(said).toContain('must be an origin such as https://orders.example, without a path');
    expect(said).toContain('must begin with sqlite:, mysql:// or mariadb://');
  });

  test('which does not repeat a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://oops:hunter2@db/oops' })).toThrow('ended with 1');
    expect(said).not.toContain('hunter2');
  });
});

describe('in production', () => {
  test('nothing more is asked for than the public URL and the database', () => {
    expect(readConfig(PRODUCTION)).toEqual({
      ...USUAL,
      mailFrom: 'Oops Orders <no-reply@orders.example>',
      host: '127.0.0.1',
      port: 4000,
      publicUrl: 'https://orders.example',
      databaseUrl: 'mysql://oops@db/oops',
      pageDocumentsOnly: true,
      isProduction: true,
      demo: false,
    });
  });

  test('there is no demo, even if it is asked for', () => {
    expect(readConfig({ ...PRODUCTION, DEMO: 'true' }).demo).toBe(false);
  });

  test('a session may be let ask for more than the page does', () => {
    expect(readConfig({ ...PRODUCTION, PAGE_DOCUMENTS_ONLY: 'false' }).pageDocumentsOnly).toBe(false);
  });

  test.each(['PUBLIC_URL', 'DATABASE_URL'])('the program refuses to start without %s', (name) => {
    expect(() => readConfig({ ...PRODUCTION, [name]: undefined })).toThrow('ended with 1');
    expect(said).toContain(name);
  });
});
