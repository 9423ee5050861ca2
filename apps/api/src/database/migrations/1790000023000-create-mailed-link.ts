import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, nullable, primary, text, time } from './columns.js';

export class CreateMailedLink1790000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'mailed_link',
        columns: [
          primary(text('tokenHash', 64)),
          text('purpose', 20),
          text('email', 254),
          nullable(id('accountId')),
          time('expiresAt'),
        ],
        indices: [
          { name: 'mailed_link_email', columnNames: ['email'] },
          { name: 'mailed_link_account', columnNames: ['accountId'] },
        ],
        foreignKeys: [
          {
            name: 'mailed_link_account_fk',
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
    await runner.dropTable('mailed_link');
  }
}
