import { In } from 'typeorm';
import type { Services } from '../../services.js';
import { MailEntity } from './mail.entity.js';
import { MailMentionEntity } from './mail-mention.entity.js';

/** How long the delivery log tells of a mail, in milliseconds. */
export const LOGGED_FOR_MS = 90 * 24 * 60 * 60 * 1000;

/** How many mails are forgotten in one transaction. */
const BATCH = 500;

/** Deletes what was mailed, or was not to be mailed any more, so long ago that nobody asks for it. */
export async function forgetOldMails({ database, now }: Services): Promise<void> {
  const before = now().getTime() - LOGGED_FOR_MS;
  for (;;) {
    // The oldest come first by their ids.
    const oldest = await database.reader
      .getRepository(MailEntity)
      .find({ select: { id: true, createdAt: true, dueAt: true }, order: { id: 'ASC' }, take: BATCH });
    const old = oldest.filter(({ createdAt, dueAt }) => dueAt === null && createdAt.getTime() < before);
    if (old.length === 0) return;
    const ids = old.map(({ id }) => id);
    await database.transaction(async ({ manager }) => {
      await manager.delete(MailMentionEntity, { mailId: In(ids) });
      await manager.delete(MailEntity, { id: In(ids) });
    });
  }
}
