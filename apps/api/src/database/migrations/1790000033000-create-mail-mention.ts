import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, nullable, primary } from './columns.js';

export class CreateMailMention1790000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'mail_mention',
        columns: [
          primary(id('mailId')),
          primary(id('accountId')),
          primary(integer('sequence')),
          id('orderId'),
          nullable(id('itemId')),
          nullable(integer('revision')),
        ],
        indices: [{ name: 'mail_mention_of_order', columnNames: ['orderId'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('mail_mention');
  }
}
