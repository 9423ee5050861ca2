import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, primary, text, time } from './columns.js';

export class CreateKnownDevice1790000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'known_device',
        columns: [primary(text('tokenHash', 64)), primary(id('accountId')), time('lastSignInAt')],
        indices: [{ name: 'known_device_account', columnNames: ['accountId'] }],
        foreignKeys: [
          {
            name: 'known_device_account_fk',
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
    await runner.dropTable('known_device');
  }
}
