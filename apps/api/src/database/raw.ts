import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

// Lean reads: rows as the driver hands them over, without building entities. What drivers hand over differs between
// SQLite (text) and MySQL (Date), so each column is read through one of these.

export type RawRow = Record<string, unknown>;

/** Selects columns of an alias under their own names. */
export function selectColumns<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  alias: string,
  columns: readonly string[],
): SelectQueryBuilder<T> {
  for (const column of columns) query.addSelect(`${alias}.${column}`, column);
  return query;
}

/** A time column; SQLite writes it as `2026-01-31 12:00:00.000`, in UTC. */
export function toTime(value: unknown): Date {
  return value instanceof Date ? value : new Date(`${String(value).replace(' ', 'T')}Z`);
}

/**
 * The same as text in the form of RFC 3339, as clients are told it and the change log keeps it. Hot reads select times as
 * text (`timeText`) and hand them on so: a Date for each would be made to be written out again.
 */
export function toTimeText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  return `${text.slice(0, 10)}T${text.slice(11)}Z`;
}

export function toTimeTextOrNull(value: unknown): string | null {
  return value === null ? null : toTimeText(value);
}

/** A time column as text, in SQL. */
export function timeText(column: string): string {
  return `CAST(${column} AS CHAR)`;
}

export function toTimeOrNull(value: unknown): Date | null {
  return value === null ? null : toTime(value);
}

export function toJsonOrNull<T>(value: unknown): T | null {
  return typeof value === 'string' ? (JSON.parse(value) as T) : null;
}

/** The most keys that one statement asks for; SQLite takes no more than 32,766. */
export const MAX_KEYS = 5_000;

/** Reads the rows of any number of keys; nothing is asked for none. */
export async function inBatches<Key, Row>(
  keys: readonly Key[],
  read: (batch: readonly Key[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < keys.length; start += MAX_KEYS) {
    rows.push(...(await read(keys.slice(start, start + MAX_KEYS))));
  }
  return rows;
}

/** Gathers rows that belong together, in the order in which they came. Mostly those of a group come one after the other. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let key: K | undefined;
  let group: T[] = [];
  for (const row of rows) {
    const next = keyOf(row);
    if (next !== key) {
      key = next;
      group = groups.get(next) ?? [];
      groups.set(next, group);
    }
    group.push(row);
  }
  return groups;
}
