/** What a server says that is going or overloaded; a lost connection is told by the driver's own `fatal`. */
const SERVER_AWAY = new Set(['ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED']);

/** Whether an error says that the database cannot be reached now, and so that the same may succeed later. */
export function isOutage(error: unknown): boolean {
  // TypeORM wraps what comes of a statement, and hands on as it is what comes of connecting.
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { fatal, code } = (cause ?? {}) as { fatal?: unknown; code?: unknown };
  return fatal === true || (typeof code === 'string' && SERVER_AWAY.has(code));
}
