import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, nullable, primary, text, time } from './columns.js';

export class CreatePurchaseOrder1790000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'purchase_order',
        columns: [
          primary(id('id')),
          text('number', 16),
          id('accountId'),
          text('currency', 3),
          text('state', 8),
          time('placedAt'),
          nullable(time('closedAt')),
        ],
        indices: [
          { name: 'purchase_order_number', columnNames: ['number'], isUnique: true },
          { name: 'purchase_order_of_account', columnNames: ['accountId', 'placedAt', 'id'] },
          { name: 'purchase_order_newest', columnNames: ['placedAt', 'id'] },
        ],
        foreignKeys: [
          {
            name: 'purchase_order_account_fk',
            columnNames: ['accountId'],
            referencedTableName: 'account',
            referencedColumnNames: ['id'],
            onDelete: 'RESTRICT',
            onUpdate: 'RESTRICT',
          },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('purchase_order');
  }
}
