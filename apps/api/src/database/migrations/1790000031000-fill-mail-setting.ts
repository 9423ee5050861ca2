import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives the accounts that there are what new ones begin with. */
export class FillMailSetting1790000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { manager } = runner;
    const accounts = await manager
      .createQueryBuilder()
      .select('a.id', 'id')
      .from('account', 'a')
      .getRawMany<{ id: string }>();
    for (const { id } of accounts) {
      const unsubscribeToken = randomBytes(32).toString('base64url');
      await manager
        .createQueryBuilder()
        .insert()
        .into('mail_setting', ['accountId', 'orderMails', 'language', 'unsubscribeToken'])
        .values({ accountId: id, orderMails: 'DIGEST', language: 'en', unsubscribeToken })
        .execute();
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.manager.createQueryBuilder().delete().from('mail_setting').execute();
  }
}
