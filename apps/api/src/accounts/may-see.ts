import { Role } from './role.js';
import type { Viewer } from './viewer.js';

/** Whether the viewer may see what belongs to this account. What one may not see does not exist for one. */
export function maySee(viewer: Viewer, accountId: string): boolean {
  return viewer.role === Role.OPERATOR || viewer.id === accountId;
}
