import { REPORT_ITEM } from '../documents.js';
import { post } from '../load/post.js';
import { httpRequest } from '../load/request.js';
import type { Answering } from '../machine/server.js';
import { tokenOf } from '../seed/ids.js';

/** An operator reports an item, so that its buyer is told live. */
export async function reportItem(
  { url }: Answering,
  item: { readonly id: string; readonly revision: number },
): Promise<void> {
  const status = item.revision % 2 ? 'OOS' : 'NO_RESPONSE';
  const input = { itemId: item.id, expectedRevision: item.revision, status };
  const answer = await post(url, httpRequest(REPORT_ITEM, { token: tokenOf('operator'), variables: { input } }));
  if (JSON.parse(answer).data?.reportItemStatus?.__typename !== 'ReportItemStatusSuccess')
    throw new Error(`a report was refused: ${answer}`);
}
