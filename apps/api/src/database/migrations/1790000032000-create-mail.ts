import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, nullable, primary, text, time } from './columns.js';

export class CreateMail1790000032000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'mail',
        columns: [
          primary(id('id')),
          text('kind', 20),
          nullable(id('accountId')),
          nullable(text('address', 254)),
          nullable(text('language', 8)),
          nullable(text('newAddress', 254)),
          text('messageId', 320),
          text('state', 10),
          time('createdAt'),
          nullable(time('dueAt')),
          nullable(id('claim')),
          integer('attempts'),
          nullable(time('lastAttemptAt')),
          nullable(time('sentAt')),
          nullable(text('subject', 300)),
          nullable(text('answer', 500)),
        ],
        indices: [
          { name: 'mail_of_account', columnNames: ['accountId', 'id'] },
          { name: 'mail_in_state', columnNames: ['state', 'id'] },
          { name: 'mail_due', columnNames: ['dueAt'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('mail');
  }
}
