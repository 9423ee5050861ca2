import { Role } from '../accounts/role.js';
import type { Context } from '../context.js';
import type { CostReport } from '../costs/charge.js';
import { AskedBefore } from './asked-before.js';
import { ByteRing } from './byte-ring.js';
import type { KnownOperation } from './known-documents.js';

/** How much is remembered of answers, in bytes. Those remembered longest ago go first. */
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
  /** The text of the data. The next answer to be remembered may overwrite it. */
  readonly data: Uint8Array;
  readonly cost: CostReport;
}

/** What is known about the text of an answer. */
interface AboutAnswer {
  readonly changeCount: number;
  readonly cost: CostReport;
}

/** Where the answer to a request is remembered, or would be. */
export interface Place {
  readonly key: string;
  /** How many changes there had been when it was asked for, before anything of it was read. */
  readonly changeCount: number;
  readonly answer?: RememberedAnswer;
  /** Whether the same was asked for before, while things stood as they do now. Most is asked for but once. */
  readonly isAskedAgain: boolean;
}

/**
 * What buyers were answered last of their orders, for as long as nothing has happened to them. That is known from the
 * count of their changes, which is read from the database with their session or key at each request; so it is right on
 * any number of servers. An answer is remembered when it is asked for the second time.
 */
export class AnswerMemory {
  private readonly answers = new ByteRing<AboutAnswer>(MAX_BYTES);

  private readonly askedBefore = new AskedBefore();

  private readonly areTold = new WeakMap<ReadonlySet<string>, boolean>();

  /** The place of a request, with what was answered there if that would be answered now; undefined for who has none. */
  placeOf(operation: KnownOperation, variables: unknown, { viewer, scopes }: Context): Place | undefined {
    if (viewer?.role !== Role.BUYER) return undefined;
    // All that an answer depends on but the orders themselves.
    const key = jsonOf([viewer.id, viewer.name, scopes, operation.id, variables]);
    if (key === undefined) return undefined;
    const { changeCount } = viewer;
    const known = this.answers.get(key);
    if (known?.about.changeCount === changeCount) {
      const answer = { data: known.bytes, cost: known.about.cost };
      return { key, changeCount, answer, isAskedAgain: true };
    }
    return { key, changeCount, isAskedAgain: this.askedBefore.has(key + changeCount) };
  }

  /**
   * Remembers an answer.
   * @param fields all that the operation asks for
   */
  remember({ key, changeCount }: Place, fields: ReadonlySet<string>, { data, cost }: RememberedAnswer): void {
    if (data.length > MAX_ANSWER_BYTES || !this.isTold(fields)) return;
    this.answers.set(key, data, { changeCount, cost });
  }

  private isTold(fields: ReadonlySet<string>): boolean {
    let isTold = this.areTold.get(fields);
    if (isTold === undefined) {
      isTold = [...fields].every((field) => TOLD_BY_THE_FEED.test(field));
      this.areTold.set(fields, isTold);
    }
    return isTold;
  }
}

/** Undefined for what lies too deep within one another: anybody may send that as a variable. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
