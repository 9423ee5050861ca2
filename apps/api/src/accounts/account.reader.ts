import type { DataSource } from 'typeorm';
import { AccountEntity } from './account.entity.js';
import type { Role } from './role.js';

/** Somebody as others see them. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Every read of accounts but that of the session behind a request. */
export class AccountReader {
  constructor(private readonly source: DataSource) {}

  /** Whether there is any account at all. */
  hasAny(): Promise<boolean> {
    return this.source.getRepository(AccountEntity).exists();
  }

  async personsByIds(ids: readonly string[]): Promise<PersonRow[]> {
    return this.source
      .createQueryBuilder(AccountEntity, 'a')
      .select('a.id', 'id')
      .addSelect('a.name', 'name')
      .addSelect('a.role', 'role')
      .where('a.id IN (:...ids)', { ids })
      .getRawMany();
  }
}
