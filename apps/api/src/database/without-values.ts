/** What errors of statements carry of the values that went with them, by TypeORM and by mysql2. */
const VALUES = ['parameters', 'sql'];

/** What an error was made of. */
const CAUSES = ['driverError', 'originalError', 'cause'];

/** Takes the values of a failed statement out of an error, because a log must not tell them: some are tokens and hashes. */
export function withoutValues<T>(error: T, depth = 0): T {
  if (!(error instanceof Error) || depth > 5) return error;
  const facts = error as unknown as Record<string, unknown>;
  for (const name of VALUES) if (name in facts) delete facts[name];
  for (const name of CAUSES) withoutValues(facts[name], depth + 1);
  return error;
}
