import { Readable } from 'node:stream';
import type { Connection } from 'mysql2/promise';

type Value = string | number | null;
export type Row = readonly Value[];

/** How much text is handed over at a time, in characters. */
const CHUNK = 256 * 1024;

/** Loads rows into a table as fast as MariaDB takes them. */
export async function loadRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: Iterable<Row>,
): Promise<void> {
  const names = columns.map((column) => `\`${column}\``).join(', ');
  await connection.query({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE \`${table}\` CHARACTER SET utf8mb4 (${names})`,
    infileStreamFactory: () => Readable.from(chunksOf(rows), { objectMode: false, highWaterMark: CHUNK }),
  });
  const [warnings] = await connection.query('SHOW WARNINGS LIMIT 1');
  const [warning] = warnings as Array<{ Message: string }>;
  if (warning) throw new Error(`${table}: ${warning.Message}`);
}

function* chunksOf(rows: Iterable<Row>): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(written).join('\t')}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function written(value: Value): Value {
  if (value === null) return '\\N';
  return typeof value === 'string' && value.includes('\\') ? value.replaceAll('\\', '\\\\') : value;
}

/** A time as the database takes it, from milliseconds. */
export function time(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace('T', ' ').slice(0, -1);
}
