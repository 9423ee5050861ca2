import type { Connection } from 'mysql2/promise';

/** Begins all sessions anew: a minute later the server would note that they are used, which the limit does not. */
export async function renewSessions(connection: Connection): Promise<void> {
  await connection.query(
    `UPDATE session SET createdAt = UTC_TIMESTAMP(3), lastUsedAt = UTC_TIMESTAMP(3),
       expiresAt = UTC_TIMESTAMP(3) + INTERVAL 30 DAY`,
  );
}
