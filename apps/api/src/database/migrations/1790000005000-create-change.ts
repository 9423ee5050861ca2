import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, json, nullable, primary, text, time } from './columns.js';

export class CreateChange1790000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'change',
        columns: [
          primary(id('accountId')),
          primary(integer('sequence')),
          text('kind', 24),
          time('at'),
          id('actorId'),
          id('orderId'),
          nullable(id('itemId')),
          nullable(json('before')),
          nullable(json('after')),
          nullable(integer('operationsPosition')),
        ],
        indices: [
          { name: 'change_of_item', columnNames: ['itemId', 'sequence'] },
          { name: 'change_operations_position', columnNames: ['operationsPosition'], isUnique: true },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('change');
  }
}
