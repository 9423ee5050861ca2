import { newId } from '../ids.js';
import type { Services } from '../services.js';
import { insertAccount } from './insert-account.js';
import { hashPassword } from './passwords.js';
import type { Role } from './role.js';
import type { Viewer } from './viewer.js';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

/** Makes an account and returns it as the viewer that it will be. Fails if the email address is taken. */
export async function createAccount(services: Services, { name, email, password, role }: NewAccount): Promise<Viewer> {
  const viewer = { id: newId('acc'), name, email: email.toLowerCase(), role, changeCount: 0 };
  const passwordHash = await hashPassword(password);
  const row = { ...viewer, passwordHash, createdAt: services.now() };
  await services.database.transaction((transaction) => insertAccount(transaction, row));
  return viewer;
}
