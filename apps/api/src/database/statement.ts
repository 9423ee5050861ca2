import type { EntityManager, QueryResult } from 'typeorm';
import type { RawRow } from './raw.js';
import { StraightQueryRunner } from './straight-query-runner.js';

/** What a statement came to. */
export interface Outcome {
  readonly rows: RawRow[];
  /** How many rows it wrote. */
  readonly affected: number;
  /** What `LAST_INSERT_ID` was set to by it. SQLite has no such thing. */
  readonly insertId: number;
}

/** Runs a statement of a hot transaction. There must be a bounded number of them, and no lists among the values. */
export async function runStatement(manager: EntityManager, sql: string, values: unknown[]): Promise<Outcome> {
  const { queryRunner } = manager;
  if (!queryRunner) throw new Error('this statement belongs in a transaction');
  if (queryRunner instanceof StraightQueryRunner) {
    const came = await queryRunner.runPrepared(sql, values);
    if (Array.isArray(came)) return { rows: came, affected: 0, insertId: 0 };
    return { rows: [], affected: came.affectedRows, insertId: came.insertId };
  }
  const { records, affected = 0 }: QueryResult<RawRow> = await queryRunner.query(sql, values, true);
  return { rows: records, affected, insertId: 0 };
}
