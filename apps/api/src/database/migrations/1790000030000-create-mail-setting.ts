import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, nullable, primary, text, time } from './columns.js';

export class CreateMailSetting1790000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'mail_setting',
        columns: [
          primary(id('accountId')),
          text('orderMails', 8),
          text('language', 8),
          text('unsubscribeToken', 43),
          nullable(time('dailyMailAt')),
        ],
        indices: [{ name: 'mail_setting_unsubscribe_token', columnNames: ['unsubscribeToken'], isUnique: true }],
        foreignKeys: [
          {
            name: 'mail_setting_account_fk',
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
    await runner.dropTable('mail_setting');
  }
}
