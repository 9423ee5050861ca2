import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { id, integer, primary, text, time } from './columns.js';

export class CreateAccount1790000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'account',
        columns: [
          primary(id('id')),
          text('email', 254),
          text('name', 120),
          text('role', 16),
          text('passwordHash', 255),
          integer('changeCount'),
          time('createdAt'),
        ],
        indices: [{ name: 'account_email', columnNames: ['email'], isUnique: true }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('account');
  }
}
