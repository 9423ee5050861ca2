import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Where a page of a list begins and ends, as Relay defines it. Lists are read forwards only.',
})
export class PageInfo {
  @Field({ description: 'Whether more follows after `endCursor`.', simple: true })
  hasNextPage: boolean;

  @Field({
    description: 'Whether something lies before this page, i.e. whether it was asked for with `after`.',
    simple: true,
  })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the first entry; null on an empty page.',
    simple: true,
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last entry, to be given as `after` for the next page. On an empty page it is the `after` that was given, so that who asks again later goes on from there; null if there was none.',
    simple: true,
  })
  endCursor: string | null;
}

/**
 * Makes a Relay connection of rows that were read one more than asked for: the extra row tells that more follows.
 */
export function connectionOf<T>(
  rows: readonly T[],
  first: number,
  after: string | null | undefined,
  cursorOf: (row: T) => string,
): { rows: readonly T[]; pageInfo: PageInfo } {
  const page = rows.slice(0, first);
  const [head] = page;
  const tail = page.at(-1);
  const pageInfo = Object.assign(new PageInfo(), {
    hasNextPage: rows.length > first,
    hasPreviousPage: after != null,
    startCursor: head === undefined ? null : cursorOf(head),
    endCursor: tail === undefined ? (after ?? null) : cursorOf(tail),
  });
  return { rows: page, pageInfo };
}
