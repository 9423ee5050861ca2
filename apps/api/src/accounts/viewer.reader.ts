import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Database } from '../database/database.js';
import { GatheredRead } from '../database/gathered-read.js';
import { PreparedRead, type Source } from '../database/prepared-read.js';
import type { Viewer } from './viewer.js';

/** A read of the accounts behind credentials, by the hashes of these. */
type HolderRead<More> = GatheredRead<string, Viewer & More>;

/** How many credentials one statement looks for. */
const MOST_HASHES = 100;

/**
 * A read of the account behind a credential, and of what else is selected of the credential.
 * @param find finds the credentials with `:...hashes`, each with its own as `hash`, and its account joined as `a`
 */
export function holderRead<More extends object>(
  find: (source: Source) => SelectQueryBuilder<ObjectLiteral>,
): HolderRead<More> {
  const read = new PreparedRead<{ hashes: readonly string[] }>((source) =>
    find(source)
      .addSelect('a.id', 'id')
      .addSelect('a.name', 'name')
      .addSelect('a.email', 'email')
      .addSelect('a.role', 'role')
      .addSelect('a.changeCount', 'changeCount'),
  );
  return new GatheredRead(async (source, hashes) => {
    const rows = (await read.rows(source, { hashes })) as unknown as Array<Viewer & More & { hash: string }>;
    return new Map(rows.map((row) => [row.hash, row]));
  }, MOST_HASHES);
}

/** The account behind the credential with a hash, and what else was selected of it; undefined if there is no such. */
export async function readHolder<More extends object>(
  database: Database,
  read: HolderRead<More>,
  hash: string,
  isAlive: (row: More) => boolean,
): Promise<{ viewer: Viewer; row: More } | undefined> {
  const row = await read.one(database.reader, hash, {});
  if (!row || !isAlive(row)) return undefined;
  const { id, name, email, role, changeCount } = row;
  return { viewer: { id, name, email, role, changeCount }, row };
}
