import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, primary, text, time } from './columns.js';

export class CreateIdempotencyKey1790000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'idempotency_key',
        columns: [
          primary(id('accountId')),
          primary(text('keyHash', 64)),
          text('inputHash', 64),
          id('changeAccountId'),
          integer('changeSequence'),
          time('createdAt'),
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('idempotency_key');
  }
}
