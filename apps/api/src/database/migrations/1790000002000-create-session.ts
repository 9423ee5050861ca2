import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, primary, text, time } from './columns.js';

export class CreateSession1790000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [primary(text('tokenHash', 64)), id('accountId'), time('createdAt'), time('expiresAt')],
        indices: [{ name: 'session_account', columnNames: ['accountId'] }],
        foreignKeys: [
          {
            name: 'session_account_fk',
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
    await runner.dropTable('session');
  }
}
