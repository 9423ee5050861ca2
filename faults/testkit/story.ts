import type { Row } from './sql.js';

/** A change as the log holds it, as far as it is compared. */
export interface Logged {
  readonly accountId: string;
  readonly sequence: number;
  readonly kind: string;
  readonly actorId: string;
  readonly orderId: string;
  readonly itemId: string | null;
  readonly revision: number | null;
}

export function loggedOf(row: Row): Logged {
  const after = row.after ? (JSON.parse(String(row.after)) as Row) : null;
  return {
    accountId: String(row.accountId),
    sequence: Number(row.sequence),
    kind: String(row.kind),
    actorId: String(row.actorId),
    orderId: String(row.orderId),
    itemId: row.itemId === null ? null : String(row.itemId),
    revision: after ? Number(after.revision) : null,
  };
}

/** What the log tells of orders and items: how they must be, if each change was made upon the one before. */
export class Story {
  readonly orders = new Map<string, 'OPEN' | 'CLOSED'>();
  /** Each item as its last change left it; none for those that were never changed. */
  readonly items = new Map<string, Row>();

  constructor(private readonly expect: (isSo: boolean, otherwise: string) => void) {}

  /** Plays a change upon what was before, as the story that the log tells. */
  play({ kind, orderId, itemId, sequence }: Logged, row: Row): void {
    const state = this.orders.get(orderId);
    const where = `change ${sequence} (${kind}) of ${orderId}`;
    if (kind === 'ORDER_PLACED') {
      this.expect(state === undefined, `${where} places it again`);
      this.orders.set(orderId, 'OPEN');
      return;
    }
    this.expect(state === 'OPEN', `${where} comes when it is ${state ?? 'not placed'}`);
    if (kind === 'ORDER_CLOSED') {
      this.orders.set(orderId, 'CLOSED');
      return;
    }
    const before = JSON.parse(String(row.before)) as Row;
    const after = JSON.parse(String(row.after)) as Row;
    const last = this.items.get(String(itemId));
    if (last) this.expect(sameRow(before, last), `${where} begins with what ${itemId} was not`);
    else this.expect(before.revision === 1, `${where} is the first of ${itemId} and begins at ${before.revision}`);
    this.expect(after.revision === Number(before.revision) + 1, `${where} leaps to revision ${after.revision}`);
    this.items.set(String(itemId), after);
  }
}

/** Whether two rows say the same, in whatever order. */
export function sameRow(one: Row, other: Row): boolean {
  return sorted(one) === sorted(other);
}

function sorted(row: Row): string {
  return JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
