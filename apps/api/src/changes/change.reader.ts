import type { DataSource, SelectQueryBuilder } from 'typeorm';
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

/** Every read of the change log. */
export class ChangeReader {
  constructor(private readonly source: DataSource) {}

  /** What follows in an account's feed, oldest first. */
  async ofAccount(accountId: string, after: number, limit: number): Promise<ChangeRow[]> {
    const query = this.changes()
      .andWhere('c.accountId = :accountId AND c.sequence > :after', { accountId, after })
      .orderBy('c.sequence')
      .limit(limit);
    return (await query.getRawMany()).map(changeRowFromRaw);
  }

  /** What follows in the operators' feed, oldest first, as far as it has been numbered. */
  async ofOperations(after: number, limit: number): Promise<ChangeRow[]> {
    const query = this.changes()
      .andWhere('c.operationsPosition > :after', { after })
      .orderBy('c.operationsPosition')
      .limit(limit);
    return (await query.getRawMany()).map(changeRowFromRaw);
  }

  /** The newest changes of each of several items, newest first, at most `limit` an item. */
  async ofItems(itemIds: readonly string[], limit: number): Promise<ChangeRow[]> {
    const ranked = this.source
      .createQueryBuilder(ChangeEntity, 'r')
      .select('r.accountId', 'accountId')
      .addSelect('r.sequence', 'sequence')
      .addSelect('ROW_NUMBER() OVER (PARTITION BY r.itemId ORDER BY r.sequence DESC)', 'rank_')
      .where('r.itemId IN (:...itemIds)');
    const query = this.changes()
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
    const query = this.changes()
      .innerJoin('mail_mention', 'x', 'x.accountId = c.accountId AND x.sequence = c.sequence')
      .addSelect('x.mailId', 'mailId')
      .andWhere('x.mailId IN (:...mailIds)', { mailIds })
      .orderBy('c.sequence');
    return (await query.getRawMany()).map((raw) => ({ ...changeRowFromRaw(raw), mailId: raw.mailId }));
  }

  /** One change, which must exist. */
  async one(accountId: string, sequence: number): Promise<ChangeRow> {
    const query = this.changes().andWhere({ accountId, sequence });
    const raw = await query.getRawOne();
    if (!raw) throw new Error(`change ${sequence} of ${accountId} is gone`);
    return changeRowFromRaw(raw);
  }

  /**
   * Left joins, though each change has its order and actor: MariaDB might otherwise begin with a small table of accounts,
   * and join and sort all that follows a place, to throw most of it away, at each read of a follower that catches up.
   */
  private changes(): SelectQueryBuilder<ChangeEntity> {
    const query = this.source
      .createQueryBuilder(ChangeEntity, 'c')
      .leftJoin('c.order', 'o')
      .leftJoin('c.actor', 'a')
      .select([]);
    return selectColumns(query, 'c', CHANGE_COLUMNS)
      .addSelect('o.currency', 'currency')
      .addSelect('a.name', 'actorName')
      .addSelect('a.role', 'actorRole');
  }
}
