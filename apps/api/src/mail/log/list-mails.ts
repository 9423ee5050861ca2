import { Role } from '../../accounts/role.js';
import type { Viewer } from '../../accounts/viewer.js';
import { decodeCursor, encodeCursor, invalidCursor, pageSize } from '../../cursors.js';
import { connectionOf } from '../../graphql/page-info.type.js';
import { isId } from '../../ids.js';
import type { Services } from '../../services.js';
import { MailReader } from '../outbox/mail.reader.js';
import { MailConnection, MailEdge, type MailFilter, toMail } from './mail.type.js';

/** The most mails that one page can hold. */
const MAX_PAGE = 100;

/** One page of the mails that the viewer may know of, newest first: operators of all, buyers of those about their orders. */
export async function listMails(
  { database }: Services,
  viewer: Viewer,
  { first, after, filter }: { first: number; after?: string | null; filter?: MailFilter | null },
): Promise<MailConnection> {
  const size = pageSize(first, MAX_PAGE);
  const found = await new MailReader(database.reader).page({
    first: size + 1,
    afterId: after == null ? undefined : idAt(after),
    ordersOf: viewer.role === Role.OPERATOR ? undefined : viewer.id,
    states: filter?.states ?? undefined,
    orderId: filter?.orderId ?? undefined,
  });
  const { rows, pageInfo } = connectionOf(found, size, after, ({ id }) => encodeCursor(id));
  const edges = rows.map((row) => Object.assign(new MailEdge(), { cursor: encodeCursor(row.id), node: toMail(row) }));
  return Object.assign(new MailConnection(), { edges, pageInfo });
}

function idAt(cursor: string): string {
  const [id = ''] = decodeCursor(cursor, 1);
  if (!isId('mai', id)) throw invalidCursor();
  return id;
}
