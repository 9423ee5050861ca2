import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { numberOperationsFeed } from '../changes/number-operations-feed.js';
import type { Database } from '../database/database.js';
import { PreparedRead, type Source } from '../database/prepared-read.js';
import { Role } from './role.js';
import type { Viewer } from './viewer.js';

type Row = Omit<Viewer, 'operationsPosition'>;

/**
 * A read of the account behind a credential, and of what else is selected of the credential.
 * @param find finds one credential, with its account joined as `a`
 */
export function holderRead<Parameters extends ObjectLiteral>(
  find: (source: Source) => SelectQueryBuilder<ObjectLiteral>,
): PreparedRead<Parameters> {
  return new PreparedRead((source) =>
    find(source)
      .addSelect('a.id', 'id')
      .addSelect('a.name', 'name')
      .addSelect('a.email', 'email')
      .addSelect('a.role', 'role')
      .addSelect('a.changeCount', 'changeCount'),
  );
}

/** The account behind a credential, and what else was selected of the credential; undefined if there is no such. */
export async function readHolder<More extends object, Parameters extends ObjectLiteral>(
  database: Database,
  read: PreparedRead<Parameters>,
  parameters: Parameters,
): Promise<{ viewer: Viewer; row: More } | undefined> {
  const [row] = (await read.rows(database.reader, parameters)) as unknown as Array<Row & More>;
  if (!row) return undefined;
  const { id, name, email, role, changeCount } = row;
  // Numbered before anything else of the request is read, so that what is read is at least as new.
  const operationsPosition = role === Role.OPERATOR ? await numberOperationsFeed(database) : 0;
  return { viewer: { id, name, email, role, changeCount, operationsPosition }, row };
}
