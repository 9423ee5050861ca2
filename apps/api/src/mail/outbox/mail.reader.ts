import { type DataSource, In } from 'typeorm';
import { selectColumns } from '../../database/raw.js';
import { MailEntity } from './mail.entity.js';
import { MailKind } from './mail-kind.js';
import { MailMentionEntity } from './mail-mention.entity.js';
import { MAIL_COLUMNS, type MailRow, mailRowFromRaw } from './mail-row.js';
import type { MailState } from './mail-state.js';

/** The mails that are about orders. The others are between us and whoever reads mail at their address. */
const ABOUT_ORDERS = [MailKind.ORDER_REPORTS, MailKind.ORDER_REMINDER, MailKind.ORDER_CLOSED];

/** Which mails somebody asks for. */
export interface MailQuery {
  readonly first: number;
  /** Of the last mail that they have. */
  readonly afterId?: string;
  /** Leaves out all but the mails about the orders of this account. */
  readonly ordersOf?: string;
  readonly states?: readonly MailState[];
  readonly orderId?: string;
}

/** Every read of the outbox as the delivery log that it is. */
export class MailReader {
  constructor(private readonly source: DataSource) {}

  /** Mails that fit, newest first. */
  async page({ first, afterId, ordersOf, states, orderId }: MailQuery): Promise<MailRow[]> {
    const query = this.source.createQueryBuilder(MailEntity, 'm').select([]).orderBy('m.id', 'DESC').limit(first);
    selectColumns(query, 'm', MAIL_COLUMNS);
    if (afterId) query.andWhere('m.id < :afterId', { afterId });
    if (ordersOf)
      query.andWhere('m.accountId = :ordersOf AND m.kind IN (:...kinds)', { ordersOf, kinds: ABOUT_ORDERS });
    if (states) query.andWhere({ state: In([...states]) });
    if (orderId) {
      const about = query.subQuery().select('1').from(MailMentionEntity, 'x');
      about.where('x.mailId = m.id AND x.orderId = :orderId', { orderId });
      query.andWhere(`EXISTS ${about.getQuery()}`);
    }
    return (await query.getRawMany()).map(mailRowFromRaw);
  }
}
