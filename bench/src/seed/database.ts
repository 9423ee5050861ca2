import type { Maria } from '../machine/maria.js';
import { CORE, moveTo } from '../machine/processes.js';
import { startServer } from '../machine/server.js';
import { readCatalogue } from './catalogue.js';
import { fillTables } from './tables.js';

/** The sizes of data: so many thousand buyers with twenty orders each, of ten items on average. */
export const SIZES = [1, 10, 100] as const;
type Size = (typeof SIZES)[number];

/**
 * Makes sure that a size of data is there, and returns its database's name. Loading is done once: at 100 it takes some
 * minutes. What an interrupted loading has left is begun anew. The server makes the tables, with its own migrations.
 */
export async function provide(maria: Maria, size: Size): Promise<string> {
  const database = `oops_${size}x`;
  const connection = await maria.connect();
  try {
    const [loaded] = await connection.query('SHOW DATABASES LIKE ?', [`${database}_loaded`]);
    if ((loaded as unknown[]).length > 0) return database;
    console.log(`Loading ${size},000 buyers with 20 orders each …`);
    const begun = Date.now();
    await connection.query(`DROP DATABASE IF EXISTS ${database}`);
    await connection.query(`CREATE DATABASE ${database}`);
    const server = await startServer(maria.url(database));
    await server.running.end();
    await connection.changeUser({ database });
    // Empty tables are then filled without a look at each row, and their indexes built at the end.
    await connection.query('SET unique_checks = 0, foreign_key_checks = 0');
    // Nothing is measured meanwhile, and the database has enough to do with what we make.
    moveTo(CORE.measured);
    await fillTables(connection, readCatalogue(), size);
    moveTo(CORE.other);
    await connection.query('ANALYZE TABLE account, session, mail_setting, purchase_order, item, `change`');
    // An empty database says that the other is whole.
    await connection.query(`CREATE DATABASE ${database}_loaded`);
    console.log(`Loaded in ${Math.round((Date.now() - begun) / 1000)} s`);
    return database;
  } finally {
    await connection.end();
  }
}
