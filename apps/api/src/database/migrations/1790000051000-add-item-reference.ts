import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In SQL that all databases understand: on SQLite the schema builder makes the whole table anew. */
export class AddItemReference1790000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE item ADD COLUMN reference VARCHAR(100)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE item DROP COLUMN reference');
  }
}
