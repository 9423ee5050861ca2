import { REPORT_ITEM } from '../documents.js';
import { post } from '../load/post.js';
import { httpRequest } from '../load/request.js';
import type { Answering } from '../machine/server.js';
import { tokenOf } from '../seed/ids.js';

/** An operator reports an item. Returns the cursor of the change. */
export async function reportItem(
  { url }: Answering,
  item: { readonly id: string; readonly revision: number },
): Promise<string> {
  const status = item.revision % 2 ? 'OOS' : 'NO_RESPONSE';
  const input = { itemId: item.id, expectedRevision: item.revision, status };
  const answer = await post(url, httpRequest(REPORT_ITEM, { token: tokenOf('operator'), variables: { input } }));
  const cursor = JSON.parse(answer).data?.reportItemStatus?.change?.cursor;
  if (!cursor) throw new Error(`a report was refused: ${answer}`);
  return cursor;
}

/** The place that a cursor of an account's feed stands for, written as `Commits` does. */
export function feedCursor(account: string, sequence: number): string {
  return Buffer.from(`${account}:${sequence}`).toString('base64url');
}
