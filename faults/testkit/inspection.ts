import { Auditor } from './auditor.js';
import type { Ledger } from './ledger.js';
import type { Person } from './person.js';
import { openSql, type Sql } from './sql.js';
import type { Stage } from './stage.js';

/** How many problems are shown: what is wrong once is often wrong many times. */
const SHOWN = 20;

/** Looks, past the servers and through them, whether everything is as people were told. Fails if it is not. */
export class Inspection {
  /** Where each buyer's feed ended when it was last looked at. */
  private readonly ends = new Map<Person, { cursor: string | null; sequence: number }>();

  private constructor(
    private readonly stage: Stage,
    private readonly ledger: Ledger,
    readonly auditor: Auditor,
  ) {}

  /** Begins with what is there before any load. */
  static async begin(stage: Stage, ledger: Ledger): Promise<Inspection> {
    return new Inspection(stage, ledger, await withSql(stage, Auditor.begin));
  }

  /** Looks at what is new since the last time. Nobody may be at work meanwhile, and no server down. */
  async look(): Promise<void> {
    const { stage, auditor, ledger } = this;
    const problems = [...ledger.surprises, ...(await withSql(stage, (sql) => auditor.audit(sql, ledger.entries)))];
    for (const buyer of stage.buyers) {
      const { cursor, sequence } = this.ends.get(buyer) ?? { cursor: null, sequence: 0 };
      const feed = await buyer.feed(cursor);
      problems.push(...auditor.auditFeed(buyer.email, feed, sequence));
      this.ends.set(buyer, { cursor: feed.at(-1)?.cursor ?? cursor, sequence: auditor.endOf(buyer.email) });
    }
    fail(problems);
  }

  /** Looks at everything, as one who has seen nothing of it before. */
  async lookAtAll(): Promise<void> {
    const { stage, ledger } = this;
    const auditor = this.auditor.afresh();
    const problems = [...(await withSql(stage, (sql) => auditor.audit(sql, ledger.entries)))];
    for (const buyer of stage.buyers) problems.push(...auditor.auditFeed(buyer.email, await buyer.feed(), 0));
    const undone = ledger.entries.filter((entry) => !auditor.isDone(entry));
    if (undone.length > 0) problems.push(`${undone.length} things were asked for and never done`);
    fail(problems);
  }
}

async function withSql<T>(stage: Stage, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = await openSql(stage.databaseUrl);
  try {
    return await work(sql);
  } finally {
    await sql.close();
  }
}

function fail(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, SHOWN).join('\n');
  throw new Error(`${problems.length} things are wrong:\n${shown}`);
}
