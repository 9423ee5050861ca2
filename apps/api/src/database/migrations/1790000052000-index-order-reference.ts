import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDEX = {
  name: 'purchase_order_reference',
  columnNames: ['reference', 'accountId', 'placedAt', 'id'],
};

/**
 * Finds orders by their reference, with the reference first, so that operators find those of all buyers by it too. It goes
 * on as the list does: a reference that many orders of a buyer have is not sorted for each page.
 */
export class IndexOrderReference1790000052000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('purchase_order', new TableIndex(INDEX));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('purchase_order', INDEX.name);
  }
}
