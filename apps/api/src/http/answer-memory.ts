import { LRUCache } from 'lru-cache';
import { Role } from '../accounts/role.js';
import type { Context } from '../context.js';
import type { CostReport } from '../costs/charge.js';
import type { PlainRequest } from './plain-request.js';

/** How much is remembered of answers, in bytes. Those asked for longest ago go first. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Longer answers are not remembered, in bytes. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/**
 * The fields that the viewer's feed of changes tells of: while that stands still, so do they. What asks for any other is
 * not remembered. The only person that a buyer can reach by these is the buyer.
 */
const TOLD_BY_THE_FEED =
  /^(Query\.orders?|(OrderConnection|OrderEdge|PageInfo|Order|Item|Merchant|Evidence|Person)\.\w+)$/;

/** An answer as it was given. */
export interface RememberedAnswer {
  /** The text of the data. */
  readonly data: Buffer;
  readonly cost: CostReport;
}

interface Entry extends RememberedAnswer {
  /** How many changes there had been when it was read, or fewer. */
  readonly changeCount: number;
}

/**
 * What buyers were answered last of their orders, for as long as nothing has happened to them. That is known from the
 * count of their changes, which is read from the database with their session or key at each request; so it is right on
 * any number of servers.
 */
export class AnswerMemory {
  private readonly entries = new LRUCache<string, Entry>({
    maxSize: MAX_BYTES,
    maxEntrySize: MAX_ANSWER_BYTES,
    sizeCalculation: ({ data }, key) => data.length + key.length,
  });

  /** What the same request was answered before, if it would be answered the same now. */
  recall(asked: PlainRequest, context: Context): RememberedAnswer | undefined {
    const { viewer } = context;
    if (viewer?.role !== Role.BUYER) return undefined;
    const entry = this.entries.get(keyOf(asked, context));
    return entry?.changeCount === viewer.changeCount ? entry : undefined;
  }

  /** Remembers an answer, if it is one that the feed tells of. */
  remember(asked: PlainRequest, context: Context, answer: RememberedAnswer): void {
    const { viewer, operation } = context;
    if (viewer?.role !== Role.BUYER) return;
    for (const field of operation.fields) if (!TOLD_BY_THE_FEED.test(field)) return;
    this.entries.set(keyOf(asked, context), { ...answer, changeCount: viewer.changeCount });
  }
}

/** All that an answer depends on but the orders themselves. */
function keyOf({ query, operationName, variables }: PlainRequest, { viewer, scopes }: Context): string {
  return `${viewer?.id} ${scopes} ${operationName} ${JSON.stringify(variables)} ${JSON.stringify(viewer?.name)} ${query}`;
}
