import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, nullable, primary, text, time } from './columns.js';

export class CreateApiKey1790000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'api_key',
        columns: [
          primary(id('id')),
          id('accountId'),
          text('name', 100),
          text('prefix', 16),
          text('keyHash', 64),
          text('scopes', 100),
          time('createdAt'),
          nullable(time('expiresAt')),
          nullable(time('lastUsedAt')),
        ],
        indices: [
          { name: 'api_key_account', columnNames: ['accountId'] },
          { name: 'api_key_hash', columnNames: ['keyHash'], isUnique: true },
        ],
        foreignKeys: [
          {
            name: 'api_key_account_fk',
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
    await runner.dropTable('api_key');
  }
}
