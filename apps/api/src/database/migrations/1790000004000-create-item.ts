import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, json, nullable, primary, text, time } from './columns.js';

export class CreateItem1790000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'item',
        columns: [
          primary(id('id')),
          id('orderId'),
          integer('position'),
          nullable(text('merchantName', 120)),
          text('merchantHost', 260),
          text('url', 2048),
          text('productName', 300),
          integer('quantity'),
          integer('unitPriceMinor'),
          text('specification', 500),
          text('status', 20),
          time('statusChangedAt'),
          nullable(json('evidence')),
          nullable(time('keptAt')),
          integer('revision'),
        ],
        indices: [{ name: 'item_of_order', columnNames: ['orderId', 'position'], isUnique: true }],
        foreignKeys: [
          {
            name: 'item_order_fk',
            columnNames: ['orderId'],
            referencedTableName: 'purchase_order',
            referencedColumnNames: ['id'],
            onDelete: 'RESTRICT',
            onUpdate: 'RESTRICT',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('item');
  }
}
