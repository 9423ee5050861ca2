import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { json, nullable } from './columns.js';

export class AddIdempotencyKeyRefusal1790000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('idempotency_key', new TableColumn(nullable(json('refusal'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('idempotency_key', 'refusal');
  }
}
