import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** A database made for one run of the server's story, and how to be rid of it. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

type DatabaseKind = readonly [name: string, create: () => Promise<FreshDatabase>];

const serverUrl = process.env.TEST_DATABASE_URL;

if (process.env.CI && !serverUrl) throw new Error('In CI set TEST_DATABASE_URL, e.g. mariadb://root@127.0.0.1:3306/');

/** SQLite always, and the server that TEST_DATABASE_URL names; its user must be allowed to create databases. */
export const databases: readonly DatabaseKind[] = [
  ['SQLite', freshSqlite],
  ...(serverUrl ? [[new URL(serverUrl).protocol.replace(':', ''), () => freshOn(serverUrl)] as const] : []),
];

export async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'oops-e2e-'));
  return { url: `sqlite:${join(folder, 'oops.db')}`, drop: () => rm(folder, { recursive: true }) };
}

async function freshOn(server: string): Promise<FreshDatabase> {
  const name = `oops_e2e_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string) => {
    const connection = await createConnection(server.replace(/^mariadb:/, 'mysql:'));
    await connection.query(statement);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${name}`) };
}
