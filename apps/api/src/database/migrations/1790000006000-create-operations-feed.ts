import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { integer, primary } from './columns.js';

export class CreateOperationsFeed1790000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'operations_feed',
        columns: [primary(integer('id')), integer('lastPosition')],
      }),
    );
    // Its only row: what is locked must exist before the first reader comes.
    await runner.query('INSERT INTO operations_feed (id, lastPosition) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('operations_feed');
  }
}
