import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CreateSession1790000002000 } from './1790000002000-create-session.js';

/** Sessions are made anew with what their owner is to see of them; that costs everybody one sign-in. */
export class DropSession1790000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.dropTable('session');
  }

  async down(runner: QueryRunner): Promise<void> {
    await new CreateSession1790000002000().up(runner);
  }
}
