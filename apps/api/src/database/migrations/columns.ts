import type { TableColumnOptions } from 'typeorm';

// The column types that migrations use, worded once so that they come out alike on SQLite, MySQL and MariaDB.

/** An id of ours, such as `ord_…`. */
export const id = (name: string): TableColumnOptions => text(name, 36);

export const text = (name: string, maxLength: number): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: String(maxLength),
});

export const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' });

/** UTC, with milliseconds. */
export const time = (name: string): TableColumnOptions => ({ name, type: 'datetime', precision: 3 });

export const json = (name: string): TableColumnOptions => ({ name, type: 'text' });

export const nullable = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

export const primary = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isPrimary: true });
