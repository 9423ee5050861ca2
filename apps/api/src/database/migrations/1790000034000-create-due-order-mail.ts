import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, nullable, primary, time } from './columns.js';

export class CreateDueOrderMail1790000034000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'due_order_mail',
        columns: [
          primary(id('orderId')),
          id('accountId'),
          time('dueAt'),
          nullable(integer('firstSequence')),
          nullable(time('firstReportAt')),
          nullable(time('lastReportAt')),
          nullable(time('digestAt')),
          integer('reminders'),
        ],
        indices: [
          { name: 'due_order_mail_of_account', columnNames: ['accountId'] },
          { name: 'due_order_mail_due', columnNames: ['dueAt'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('due_order_mail');
  }
}
