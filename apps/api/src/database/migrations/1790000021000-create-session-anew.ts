import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, primary, text, time } from './columns.js';

export class CreateSessionAnew1790000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'session',
        columns: [
          primary(id('id')),
          text('tokenHash', 64),
          id('accountId'),
          text('userAgent', 300),
          text('address', 45),
          time('createdAt'),
          time('lastUsedAt'),
          time('expiresAt'),
        ],
        indices: [
          { name: 'session_token', columnNames: ['tokenHash'], isUnique: true },
          { name: 'session_account', columnNames: ['accountId'] },
        ],
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
