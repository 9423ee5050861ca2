import { type EntityManager, In } from 'typeorm';
import type { Database } from '../../database/database.js';
import { MailEntity } from './mail.entity.js';
import { MailMentionEntity } from './mail-mention.entity.js';
import { MailState } from './mail-state.js';

/** The changes that a mail is about. */
export function mentionsOf({ reader }: Database, mailId: string): Promise<MailMentionEntity[]> {
  return reader.getRepository(MailMentionEntity).findBy({ mailId });
}

/** Which of some orders a mail is about that has not gone out yet. */
export async function ordersWithMailsWaiting(
  manager: EntityManager,
  orderIds: readonly string[],
): Promise<Set<string>> {
  const rows = await manager
    .createQueryBuilder(MailMentionEntity, 'x')
    .innerJoin(MailEntity, 'm', 'm.id = x.mailId')
    .select('DISTINCT x.orderId', 'orderId')
    .where({ orderId: In([...orderIds]) })
    .andWhere('m.state = :state', { state: MailState.WAITING })
    .getRawMany<{ orderId: string }>();
  return new Set(rows.map(({ orderId }) => orderId));
}
