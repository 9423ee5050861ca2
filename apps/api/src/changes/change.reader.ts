import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { PreparedRead, type Source } from '../database/prepared-read.js';
import { selectColumns } from '../database/raw.js';
import { ChangeEntity } from './change.entity.js';
import { type ChangeRow, changeRowFromRaw } from './change-row.js';

const CHANGE_COLUMNS = [
  'accountId',
  'sequence',
  'kind',
  'at',
  'actorId',
  'orderId',
  'itemId',
  'before',
  'after',
  'operationsPosition',
] as const;

/** How many rows to read, of which there are no more numbers than a page can have changes. */
interface Shape {
  readonly limit: number;
}

const OF_ACCOUNT = new PreparedRead<{ accountId: string; after: number }, Shape>((source, { limit }) =>
  changes(source).andWhere('c.accountId = :accountId AND c.sequence > :after').orderBy('c.sequence').limit(limit),
);

const OF_OPERATIONS = new PreparedRead<{ after: number }, Shape>((source, { limit }) =>
  changes(source).andWhere('c.operationsPosition > :after').orderBy('c.operationsPosition').limit(limit),
);

const ENDS = new PreparedRead<{ after: number; upTo: number }>((source) =>
  source
    .createQueryBuilder(ChangeEntity, 'c')
    .select('c.accountId', 'accountId')
    .addSelect('MAX(c.sequence)', 'end')
    .where('c.operationsPosition > :after AND c.operationsPosition <= :upTo')
    .groupBy('c.accountId'),
);

/** Every read of the change log. */
export class ChangeReader {
  constructor(private readonly source: DataSource) {}

  /** What follows in an account's feed, oldest first. */
  async ofAccount(accountId: string, after: number, limit: number): Promise<ChangeRow[]> {
    return (await OF_ACCOUNT.rows(this.source, { accountId, after }, { limit })).map(changeRowFromRaw);
  }

  /** What follows in the operators' feed, oldest first, as far as it has been numbered. */
  async ofOperations(after: number, limit: number): Promise<ChangeRow[]> {
    return (await OF_OPERATIONS.rows(this.source, { after }, { limit })).map(changeRowFromRaw);
  }

  /** Where the feeds of accounts ended that grew between two positions of the operators' feed. */
  async endsOfGrown(after: number, upTo: number): Promise<Map<string, number>> {
    const rows = await ENDS.rows(this.source, { after, upTo });
    return new Map(rows.map(({ accountId, end }) => [String(accountId), Number(end)]));
  }

  /** The newest changes of each of several items, newest first, at most `limit` an item. */
  async ofItems(itemIds: readonly string[], limit: number): Promise<ChangeRow[]> {
    const ranked = this.source
      .createQueryBuilder(ChangeEntity, 'r')
      .select('r.accountId', 'accountId')
      .addSelect('r.sequence', 'sequence')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY r.itemId ORDER BY r.sequence DESC)', 'rank_')
      .where('r.itemId IN (:...itemIds)');
    const query = changes(this.source)
      .innerJoin(
        `(${ranked.getQuery()})`,
        'n',
        'n.accountId = c.accountId AND n.sequence = c.sequence AND n.rank_ <= :limit',
      )
      .setParameters({ itemIds, limit })
      .orderBy('c.sequence', 'DESC');
    return (await query.getRawMany()).map(changeRowFromRaw);
  }

  /** The changes that some mails are about, oldest first, each with its mail. */
  async ofMails(mailIds: readonly string[]): Promise<Array<ChangeRow & { readonly mailId: string }>> {
    const query = changes(this.source)
      .innerJoin('mail_mention', 'x', 'x.accountId = c.accountId AND x.sequence = c.sequence')
      .addSelect('x.mailId', 'mailId')
      .andWhere('x.mailId IN (:...mailIds)', { mailIds })
      .orderBy('c.sequence');
    return (await query.getRawMany()).map((raw) => ({ ...changeRowFromRaw(raw), mailId: raw.mailId }));
  }
}

/**
 * Left joins, though each change has its order and actor: MariaDB might otherwise begin with a small table of accounts,
 * and join and sort all that follows a place, to throw most of it away, at each read of a follower that catches up.
 */
function changes(source: Source): SelectQueryBuilder<ChangeEntity> {
  const query = source
    .createQueryBuilder(ChangeEntity, 'c')
    .leftJoin('c.order', 'o')
    .leftJoin('c.actor', 'a')
    .select([]);
  return selectColumns(query, 'c', CHANGE_COLUMNS)
    .addSelect('o.currency', 'currency')
    .addSelect('a.name', 'actorName')
    .addSelect('a.role', 'actorRole');
}
