import type { Role } from './role.js';

/** Who is asking: the account behind the session of a request. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** How many changes there were to the account's orders when the request began. */
  readonly changeCount: number;
}
