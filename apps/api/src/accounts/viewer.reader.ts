import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { numberOperationsFeed } from '../changes/number-operations-feed.js';
import type { Database } from '../database/database.js';
import { Role } from './role.js';
import type { Viewer } from './viewer.js';

type Row = Omit<Viewer, 'operationsPosition'>;

/**
 * Reads the account behind a credential, and what else the query selects of the credential.
 * @param query finds one credential, with its account joined as `a`
 */
export async function readHolder<More extends object>(
  database: Database,
  query: SelectQueryBuilder<ObjectLiteral>,
): Promise<{ viewer: Viewer; row: More } | undefined> {
  const row = await query
    .addSelect('a.id', 'id')
    .addSelect('a.name', 'name')
    .addSelect('a.email', 'email')
    .addSelect('a.role', 'role')
    .addSelect('a.changeCount', 'changeCount')
    .getRawOne<Row & More>();
  if (!row) return undefined;
  const { id, name, email, role, changeCount } = row;
  // Numbered before anything else of the request is read, so that what is read is at least as new.
  const operationsPosition = role === Role.OPERATOR ? await numberOperationsFeed(database) : 0;
  return { viewer: { id, name, email, role, changeCount, operationsPosition }, row };
}
