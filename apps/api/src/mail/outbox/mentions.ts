import type { Database } from '../../database/database.js';
import { MailMentionEntity } from './mail-mention.entity.js';

/** The changes that a mail is about. */
export function mentionsOf({ reader }: Database, mailId: string): Promise<MailMentionEntity[]> {
  return reader.getRepository(MailMentionEntity).findBy({ mailId });
}
