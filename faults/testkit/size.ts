import { IS_FULL } from './environment.js';
import { MOODS, type Mood } from './mail-server.js';

/** How large each scenario is: as it is named in full, and in short for every day. */
export const SIZE = {
  /** Callers who replace one item at one revision. */
  rivals: 1_000,
  /** Calls with one idempotency key at once. */
  repeats: 200,
  /** How often the first holder of an idempotency key is killed. */
  keyHolderKills: IS_FULL ? 50 : 5,
  /** How often a server is killed, for each database. */
  serverKills: IS_FULL ? 200 : 8,
  /** How often MariaDB is killed. */
  databaseKills: IS_FULL ? 10 : 3,
  /** How often Redis is killed. */
  redisKills: IS_FULL ? 20 : 4,
  /** Changes a second that are attempted while Redis is killed. */
  changesPerSecond: 200,
  /** Random walks of up to 300 steps, for each database. */
  walks: IS_FULL ? 100 : 10,
  /** Sockets that come and go. */
  visits: IS_FULL ? 50_000 : 3_000,
  /** Sockets that follow while both servers are restarted, and how often each is. */
  sockets: IS_FULL ? 2_000 : 200,
  restarts: IS_FULL ? 3 : 1,
  /** Sockets that stop reading, and the changes that pass meanwhile. */
  silentReaders: 100,
  unreadChanges: IS_FULL ? 40_000 : 2_000,
  /** Hostile documents that are sent each way. */
  hostileDocuments: IS_FULL ? 50_000 : 300,
  /** Guesses at one password, from as many addresses as there are guesses. */
  guesses: IS_FULL ? 10_000 : 400,
  /** How often a worker is killed that sends mails, for each database. */
  workerKills: IS_FULL ? 200 : 6,
  /** For how long a mail server is gone, and for how long it is in each other mood, in milliseconds. */
  mailServerDownMs: IS_FULL ? 600_000 : 4_000,
  mailServerMoodMs: IS_FULL ? 60_000 : 4_000,
  mailServerMoods: (IS_FULL ? MOODS : ['down', 'busy', 'refusing', 'cutting']) as readonly Mood[],
  /** Orders with an error that are mailed as fast as it goes. */
  mailedOrders: IS_FULL ? 10_000 : 150,
} as const;
