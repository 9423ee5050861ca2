import { createHash } from 'node:crypto';
import type { Entry } from './ledger.js';
import { mistakesIn } from './mistakes.js';
import type { FeedEntry } from './person.js';
import { byIds, type Sql, toIso } from './sql.js';
import { type Logged, loggedOf, Story, sameRow } from './story.js';

/**
 * Holds the tables against the change log, and the log against what people were told. Each audit looks at what is new
 * since the last one, and at sums over everything. It hands back what is wrong, in sentences.
 */
export class Auditor {
  private problems: string[] = [];
  private readonly accounts = new Map<string, { readonly id: string; audited: number; readonly unkeyed: number }>();
  private readonly changes = new Map<string, Logged>();
  private readonly story = new Story((isSo, otherwise) => this.expect(isSo, otherwise));
  /** Which change each key stands for. */
  private readonly keys = new Map<string, Logged>();
  /** Entries that have been found done: they were acknowledged then, and are compared in the next full audit again. */
  private readonly compared = new Set<Entry>();

  /** @param unkeyed how many changes each account, by email, had before anybody used keys */
  private constructor(private readonly unkeyed: ReadonlyMap<string, number>) {}

  /** Begins with what is there, which must be whole, and was made without keys. */
  static async begin(sql: Sql): Promise<Auditor> {
    const accounts = await sql.all('SELECT email, changeCount FROM account');
    return new Auditor(new Map(accounts.map(({ email, changeCount }) => [String(email), Number(changeCount)])));
  }

  /** One that knows nothing of what was audited before, to look at everything once more. */
  afresh(): Auditor {
    return new Auditor(this.unkeyed);
  }

  /** Audits what is new, and whether all that was acknowledged of these entries is there. */
  async audit(sql: Sql, entries: readonly Entry[]): Promise<readonly string[]> {
    this.problems = [];
    const touched = { orders: new Set<string>(), items: new Set<string>() };
    for (const { id, email, changeCount } of await sql.all('SELECT id, email, changeCount FROM account')) {
      const known = this.accounts.get(String(email));
      const account = known ?? { id: String(id), audited: 0, unkeyed: this.unkeyed.get(String(email)) ?? 0 };
      this.accounts.set(String(email), account);
      const fresh = await this.auditChanges(sql, account.id, account.audited, touched);
      const end = account.audited + fresh;
      this.expect(end === Number(changeCount), `${email} counts ${changeCount} changes and has ${end}`);
      await this.auditKeys(sql, account.id, account.audited, account.unkeyed, end);
      account.audited = end;
    }
    await this.auditItems(sql, touched.items);
    await this.auditOrders(sql, touched.orders);
    await this.auditSums(sql);
    for (const entry of entries) this.auditEntry(entry);
    return this.problems;
  }

  /** Holds what the API tells of somebody's feed after a sequence against the log. */
  auditFeed(email: string, feed: readonly FeedEntry[], after: number): readonly string[] {
    this.problems = [];
    const account = this.accounts.get(email);
    let sequence = after;
    for (const entry of feed) {
      sequence += 1;
      const logged = this.changes.get(`${account?.id}:${sequence}`);
      const told = [entry.sequence, entry.kind, entry.order.id, entry.item?.id ?? null, entry.after?.revision ?? null];
      const held = logged && [logged.sequence, logged.kind, logged.orderId, logged.itemId, logged.revision];
      this.expect(
        JSON.stringify(told) === JSON.stringify(held),
        `the feed of ${email} says ${told} where the log has ${held}`,
      );
    }
    this.expect(sequence === account?.audited, `the feed of ${email} ends at ${sequence}, not ${account?.audited}`);
    return this.problems;
  }

  /** How far somebody's feed has been audited. */
  endOf(email: string): number {
    return this.accounts.get(email)?.audited ?? 0;
  }

  /** Whether something was done, by what is in the tables. */
  isDone({ person, input }: Entry): boolean {
    return this.keys.has(keyOf(this.accounts.get(person.email)?.id, input.idempotencyKey));
  }

  private async auditChanges(
    sql: Sql,
    accountId: string,
    after: number,
    touched: { readonly orders: Set<string>; readonly items: Set<string> },
  ): Promise<number> {
    const rows = await sql.all('SELECT * FROM `change` WHERE accountId = ? AND sequence > ? ORDER BY sequence', [
      accountId,
      after,
    ]);
    let sequence = after;
    for (const row of rows) {
      sequence += 1;
      this.expect(row.sequence === sequence, `${accountId} has change ${row.sequence} where ${sequence} is due`);
      const change = loggedOf(row);
      touched.orders.add(change.orderId);
      if (change.itemId) touched.items.add(change.itemId);
      this.changes.set(`${accountId}:${change.sequence}`, change);
      this.story.play(change, row);
    }
    return rows.length;
  }

  private async auditItems(sql: Sql, ids: ReadonlySet<string>): Promise<void> {
    const items = await byIds(sql, 'SELECT * FROM item WHERE id IN', ids);
    this.expect(items.length === ids.size, `${ids.size} items have changed and ${items.length} are there`);
    for (const item of items) {
      const told = this.story.items.get(String(item.id)) ?? {};
      const held = {
        ...Object.fromEntries(Object.keys(told).map((column) => [column, item[column]])),
        evidence: item.evidence === null ? null : JSON.parse(String(item.evidence)),
        statusChangedAt: toIso(item.statusChangedAt),
        keptAt: toIso(item.keptAt),
      };
      const differs = `item ${item.id} is ${JSON.stringify(held)} where its last change left ${JSON.stringify(told)}`;
      this.expect(sameRow(held, told), differs);
    }
  }

  private async auditOrders(sql: Sql, ids: ReadonlySet<string>): Promise<void> {
    const query =
      'SELECT o.id, o.state, (SELECT COUNT(*) FROM item i WHERE i.orderId = o.id) AS items ' +
      'FROM purchase_order o WHERE o.id IN';
    const rows = await byIds(sql, query, ids);
    this.expect(rows.length === ids.size, `${ids.size} orders have changed and ${rows.length} are there`);
    for (const { id, state, items } of rows) {
      this.expect(Number(items) > 0, `order ${id} has no items`);
      this.expect(
        state === this.story.orders.get(String(id)),
        `order ${id} is ${state}, not ${this.story.orders.get(String(id))}`,
      );
    }
  }

  private async auditKeys(sql: Sql, accountId: string, after: number, unkeyed: number, end: number): Promise<void> {
    const rows = await sql.all('SELECT * FROM idempotency_key WHERE changeAccountId = ? AND changeSequence > ?', [
      accountId,
      after,
    ]);
    const keyed = new Set<number>();
    for (const row of rows) {
      const sequence = Number(row.changeSequence);
      const change = this.changes.get(`${accountId}:${sequence}`);
      this.expect(change !== undefined, `a key stands for change ${sequence} of ${accountId}, which is not there`);
      this.expect(change?.actorId === row.accountId, `a key of ${row.accountId} stands for another's change`);
      this.expect(!keyed.has(sequence), `two keys stand for change ${sequence} of ${accountId}`);
      keyed.add(sequence);
      if (change) this.keys.set(`${row.accountId}:${row.keyHash}`, change);
    }
    for (let sequence = Math.max(after, unkeyed) + 1; sequence <= end; sequence += 1)
      this.expect(keyed.has(sequence), `change ${sequence} of ${accountId} was made with a key, which is not there`);
  }

  /** What a row too many or too few would show in, wherever it is. */
  private async auditSums(sql: Sql): Promise<void> {
    const [held] = await sql.all(
      'SELECT (SELECT COUNT(*) FROM `change`) AS changes, ' +
        '(SELECT COUNT(*) FROM `change` WHERE itemId IS NOT NULL) AS itemChanges, ' +
        '(SELECT COALESCE(SUM(revision - 1), 0) FROM item) AS revisions, ' +
        '(SELECT COUNT(*) FROM purchase_order) AS orders, ' +
        "(SELECT COUNT(*) FROM purchase_order WHERE state = 'CLOSED') AS closed, " +
        // Refusals that are remembered stand for no change.
        '(SELECT COUNT(*) FROM idempotency_key WHERE changeSequence > 0) AS `keys`',
    );
    const states = [...this.story.orders.values()];
    const told = {
      changes: this.changes.size,
      itemChanges: [...this.changes.values()].filter(({ itemId }) => itemId).length,
      revisions: [...this.story.items.values()].reduce((sum, { revision }) => sum + Number(revision) - 1, 0),
      orders: states.length,
      closed: states.filter((state) => state === 'CLOSED').length,
      keys: this.keys.size,
    };
    for (const [name, count] of Object.entries(told))
      this.expect(
        Number(held?.[name]) === count,
        `the tables hold ${held?.[name]} ${name}, and the log tells ${count}`,
      );
  }

  private auditEntry(entry: Entry): void {
    const { person, mutation, input, outcome } = entry;
    if (this.compared.has(entry)) return;
    const change = this.keys.get(keyOf(this.accounts.get(person.email)?.id, input.idempotencyKey));
    if (outcome) {
      this.compared.add(entry);
      const lost = `${mutation} ${input.idempotencyKey} of ${person.email} was acknowledged and is lost`;
      this.expect(change !== undefined, lost);
    }
    if (change) this.problems.push(...mistakesIn(entry, change));
  }

  private expect(isSo: boolean, otherwise: string): void {
    if (!isSo) this.problems.push(otherwise);
  }
}

function keyOf(accountId: string | undefined, idempotencyKey: string): string {
  return `${accountId}:${createHash('sha256').update(idempotencyKey).digest('hex')}`;
}
