import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In SQL that all databases understand: on SQLite the schema builder makes the table anew, which for the time being takes it
 * from the items that belong to it, and is refused when the migration is undone.
 */
export class AddOrderReference1790000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE purchase_order ADD COLUMN reference VARCHAR(100)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE purchase_order DROP COLUMN reference');
  }
}
