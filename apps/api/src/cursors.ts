import { GraphQLError } from 'graphql';

/** Writes a place in a list as an opaque text. */
export function encodeCursor(...parts: Array<string | number>): string {
  return Buffer.from(parts.join(':')).toString('base64url');
}

/** Reads such a text back into its parts, or refuses it if it has not this many. */
export function decodeCursor(cursor: string, parts: number): string[] {
  const read = Buffer.from(cursor, 'base64url').toString().split(':');
  if (read.length !== parts || encodeCursor(...read) !== cursor) throw invalidCursor();
  return read;
}

/** The error for a cursor that was not given out for this list. Start again without one. */
export function invalidCursor(): GraphQLError {
  return new GraphQLError('The cursor given as "after" was not given out for this list.', {
    extensions: { code: 'INVALID_CURSOR', argument: 'after' },
  });
}

/** Checks how many entries of a list are asked for, 1 to `max`. */
export function pageSize(first: number, max: number): number {
  if (first >= 1 && first <= max) return first;
  throw new GraphQLError(`"first" must be from 1 to ${max}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
  });
}
