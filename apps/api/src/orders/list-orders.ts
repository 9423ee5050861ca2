import { LIMITS, oneLine, textProblem } from '@oops/item-status';
import { GraphQLError } from 'graphql';
import type { Viewer } from '../accounts/viewer.js';
import type { Context } from '../context.js';
import { decodeCursor, encodeCursor, invalidCursor, pageSize } from '../cursors.js';
import { connectionOf } from '../graphql/page-info.type.js';
import { isId } from '../ids.js';
import type { OrderFilter } from './order.inputs.js';
import { OrderReader } from './order.reader.js';
import { Order, OrderConnection, OrderEdge } from './order.type.js';
import { readAhead } from './order-ahead.js';
import type { OrderRow } from './rows.js';
import { givenReference, referenceViolations } from './rules/reference.js';

/** The most orders that one page can hold. */
const MAX_PAGE = 100;

/** One page of the orders that the viewer may see, newest first. */
export async function listOrders(
  context: Context,
  viewer: Viewer,
  { first, after, filter }: { first: number; after?: string | null; filter?: OrderFilter | null },
): Promise<OrderConnection> {
  const size = pageSize(first, MAX_PAGE);
  const found = await new OrderReader(context.services.database.reader).page(viewer, {
    first: size + 1,
    after: after == null ? undefined : placeAt(after),
    needsAttention: filter?.needsAttention ?? undefined,
    state: filter?.state ?? undefined,
    search: searchText(filter?.search ?? ''),
    reference: referenceText(filter?.reference),
    withReference: context.operation.fields.has('Order.reference'),
  });
  const { rows, pageInfo } = connectionOf(found, size, after, cursorOf);
  const aheadOf = await readAhead(context, rows);
  const edges = rows.map((row) => {
    const node = new Order(row, viewer.role, aheadOf(row));
    return Object.assign(new OrderEdge(), { cursor: cursorOf(row), node });
  });
  return Object.assign(new OrderConnection(), { edges, pageInfo });
}

function cursorOf({ placedAt, id }: OrderRow): string {
  return encodeCursor(placedAt.getTime(), id);
}

function placeAt(cursor: string): { placedAt: Date; id: string } {
  const [time = '', id = ''] = decodeCursor(cursor, 2);
  if (!/^\d{1,13}$/.test(time) || !isId('ord', id)) throw invalidCursor();
  return { placedAt: new Date(Number(time)), id };
}

function searchText(text: string): string | undefined {
  const line = oneLine(text);
  if (textProblem(line, LIMITS.search)) throw unreadable('filter.search', `at most ${LIMITS.search.maxLength}`);
  return line || undefined;
}

function referenceText(text: string | null | undefined): string | undefined {
  if (text == null) return undefined;
  const reference = givenReference(text);
  // A program that has none at hand does not mean all orders.
  if (!reference || referenceViolations(text).length > 0)
    throw unreadable('filter.reference', `1 to ${LIMITS.reference.maxLength}`);
  return reference;
}

function unreadable(argument: string, length: string): GraphQLError {
  return new GraphQLError(`"${argument}" must be readable and have ${length} characters.`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
