import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/account.type.js';
import { PageInfo } from '../graphql/page-info.type.js';
import { ItemSnapshot } from '../orders/item.type.js';
import { ChangeKind } from './change-kind.js';
import type { ChangeRow } from './change-row.js';

@ObjectType({ description: 'One fact about an order: who did what, when. Facts are recorded once and never changed.' })
export class Change {
  @Field(() => Int, { description: 'Counts the changes to one buyer’s orders: 1, 2, 3 … without gaps.', simple: true })
  sequence: number;

  @Field(() => ChangeKind, { description: 'What happened.', simple: true })
  kind: ChangeKind;

  @Field(() => Date, { description: 'When it happened.', simple: true })
  at: Date;

  @Field(() => Person, { description: 'Who did it.', simple: true })
  actor: Person;

  @Field(() => ItemSnapshot, {
    nullable: true,
    description: 'The item just before; null where the whole order changed.',
    simple: true,
  })
  before: ItemSnapshot | null;

  @Field(() => ItemSnapshot, {
    nullable: true,
    description: 'The item just after; null where the whole order changed.',
    simple: true,
  })
  after: ItemSnapshot | null;

  /** For the resolvers of the other fields. */
  row: ChangeRow;

  /** Its place in the viewer's feed, where that was read with it. */
  knownCursor?: string;
}

/** @param knownCursor its place in the viewer's feed, where the change was read from there */
export function toChange(row: ChangeRow, knownCursor?: string): Change {
  const { sequence, kind, at, currency } = row;
  return Object.assign(new Change(), {
    sequence,
    kind,
    at,
    actor: new Person(row.actorName, row.actorRole),
    before: row.before && new ItemSnapshot(row.before, currency),
    after: row.after && new ItemSnapshot(row.after, currency),
    row,
    knownCursor,
  });
}

@ObjectType({ description: 'A change and its place in your feed.' })
export class ChangeEdge {
  @Field({ description: 'Hand it in as `after` to go on from here.', simple: true })
  cursor: string;

  @Field(() => Change, { description: 'The change.', simple: true })
  node: Change;
}

@ObjectType({ description: 'A page of your feed of changes, oldest first.' })
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes of this page.', simple: true })
  edges: ChangeEdge[];

  @Field(() => PageInfo, { description: 'Where this page begins and ends.', simple: true })
  pageInfo: PageInfo;
}
