import { feedOf } from '../changes/change-feed.js';
import type { Context } from '../context.js';

/**
 * Takes down what an operation asks for, once that is paid for. Where the viewer's feed of changes ends is read before
 * anything else, so that all that it is told is at least as new.
 */
export async function beginOperation(context: Context, fields: ReadonlySet<string>): Promise<void> {
  const { operation, services, viewer } = context;
  operation.fields = fields;
  if (!viewer || !fields.has('Account.latestChangeCursor')) return;
  operation.feedEnd = { viewerId: viewer.id, position: await feedOf(services, viewer).end() };
}
