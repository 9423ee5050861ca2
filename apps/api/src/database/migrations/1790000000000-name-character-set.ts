import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names the character set and collation that new tables take, because servers come with different defaults. SQLite
 * knows only UTF-8, so there is nothing to do there.
 */
export class NameCharacterSet1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'better-sqlite3') return;
    await runner.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  }

  /** The tables keep the character set they were made with, so there is nothing to undo. */
  async down(): Promise<void> {}
}
