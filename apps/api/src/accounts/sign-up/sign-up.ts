import { newPasswordProblem, personNameProblem, type Violation, violationsOf } from '@oops/item-status';
import { newId } from '../../ids.js';
import type { Language } from '../../mail/settings/language.js';
import type { Services } from '../../services.js';
import { AccountEntity } from '../account.entity.js';
import { type Entrance, enter } from '../enter.js';
import { insertAccount } from '../insert-account.js';
import { findLink, useLink } from '../mailed-links/mailed-links.js';
import { hashPassword } from '../passwords.js';
import { Role } from '../role.js';
import type { Visit } from '../visit.js';

export interface SignUp {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  /** In which language mails come at first. */
  readonly language?: Language | null;
}

export type SignUpRefusal =
  | { readonly refused: 'INVALID_INPUT'; readonly violations: readonly Violation[] }
  | { readonly refused: 'LINK_INVALID' | 'EMAIL_TAKEN' };

/**
 * Makes an account for whoever holds the link that was mailed to its address, and lets them in. The password is chosen
 * only now: chosen before, it could be that of a stranger who asked for the mail.
 */
export async function signUp(services: Services, input: SignUp, visit: Visit): Promise<Entrance | SignUpRefusal> {
  const { token, password } = input;
  const name = input.name.trim();
  const violations = violationsOf({ name: personNameProblem(name), password: newPasswordProblem(password) });
  if (violations.length > 0) return { refused: 'INVALID_INPUT', violations };
  // Before the slow part; what counts is whether it can be used up.
  if (!(await findLink(services, token, 'SIGN_UP'))) return { refused: 'LINK_INVALID' };
  const passwordHash = await hashPassword(password);
  const made = await services.database.transaction(async (transaction) => {
    const createdAt = services.now();
    const link = await useLink(transaction, token, 'SIGN_UP', createdAt);
    if (!link) return 'LINK_INVALID';
    const { email } = link;
    if (await transaction.manager.existsBy(AccountEntity, { email })) return 'EMAIL_TAKEN';
    const id = newId('acc');
    const account = { id, email, name, role: Role.BUYER, passwordHash, changeCount: 0, createdAt };
    await insertAccount(transaction, account, input.language ?? undefined);
    return account;
  });
  if (typeof made === 'string') return { refused: made };
  return (await enter(services, made, visit)) ?? { refused: 'LINK_INVALID' };
}
