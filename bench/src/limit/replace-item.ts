import { createHash } from 'node:crypto';
import { hostOf, type ItemFields, type ItemStatus, isErrorStatus, parseMoney } from '@oops/item-status';
import { toIso } from './rows.js';
import type { Sql } from './sql.js';

interface Input extends ItemFields {
  readonly itemId: string;
  readonly expectedRevision: number;
  readonly idempotencyKey: string;
}

const LOCK = `
  SELECT i.merchantName, i.merchantHost, i.url, i.productName, i.quantity, i.unitPriceMinor, i.specification, i.status,
    i.statusChangedAt, i.evidence, i.keptAt, i.revision, i.orderId, o.accountId, o.state, o.currency
  FROM item i JOIN purchase_order o ON o.id = i.orderId WHERE i.id = ? FOR UPDATE`;

interface Locked {
  readonly merchantName: string | null;
  readonly merchantHost: string;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly specification: string;
  readonly status: ItemStatus;
  readonly statusChangedAt: string;
  readonly evidence: string | null;
  readonly keptAt: string | null;
  readonly revision: number;
  readonly orderId: string;
  readonly accountId: string;
  readonly state: string;
  readonly currency: string;
}

const UPDATE = `
  UPDATE item SET url = ?, merchantName = ?, merchantHost = ?, productName = ?, quantity = ?, unitPriceMinor = ?,
    specification = ?, status = 'PENDING', statusChangedAt = ?, evidence = NULL, keptAt = NULL, revision = revision + 1
  WHERE id = ? AND revision = ?`;

/** Counts up and tells the new count in one statement. */
const TAKE_SEQUENCE = 'UPDATE account SET changeCount = LAST_INSERT_ID(changeCount + 1) WHERE id = ?';

const RECORD = `
  INSERT INTO \`change\` (accountId, sequence, kind, at, actorId, orderId, itemId, \`before\`, \`after\`, operationsPosition)
  VALUES (?, ?, 'ITEM_REPLACED', ?, ?, ?, ?, ?, ?, NULL)`;

/** A key that was used before fails here, and would be looked up then. */
const REMEMBER = `
  INSERT INTO idempotency_key (accountId, keyHash, inputHash, changeAccountId, changeSequence, refusal, createdAt)
  VALUES (?, ?, ?, ?, ?, NULL, ?)`;

/** The answer to `REPLACE_ITEM`, by the fewest statements that leave the same rows: five, and two around them. */
export async function replaceItem(sql: Sql, viewer: string, { input }: { input: Input }): Promise<object | undefined> {
  const { itemId, expectedRevision, url, productName, quantity, unitPrice, specification } = input;
  const now = new Date().toISOString();
  const at = now.slice(0, 23).replace('T', ' ');
  const sequence = await sql.transaction(async (ask, write) => {
    const [item] = await ask<Locked>(LOCK, [itemId]);
    const { accountId, revision } = item ?? {};
    if (!item || accountId !== viewer || revision !== expectedRevision) return undefined;
    if (item.state !== 'OPEN' || !isErrorStatus(item.status)) return undefined;
    const unitPriceMinor = parseMoney(unitPrice, item.currency) ?? 0;
    const merchantHost = hostOf(url) ?? '';
    const merchantName = merchantHost === item.merchantHost ? item.merchantName : null;
    const fields = [url, merchantName, merchantHost, productName, quantity, unitPriceMinor, specification];
    const { affectedRows } = await write(UPDATE, [...fields, at, itemId, revision]);
    if (affectedRows !== 1) throw new Error(`item ${itemId} changed under its lock`);
    const { orderId, accountId: _, state: __, currency: ___, ...columns } = item;
    const before = {
      ...columns,
      statusChangedAt: toIso(item.statusChangedAt),
      evidence: item.evidence && JSON.parse(item.evidence),
      keptAt: item.keptAt && toIso(item.keptAt),
    };
    const after = {
      ...{ merchantName, merchantHost, url, productName, quantity, unitPriceMinor, specification },
      ...{ status: 'PENDING', statusChangedAt: now, evidence: null, keptAt: null, revision: revision + 1 },
    };
    const { insertId } = await write(TAKE_SEQUENCE, [accountId]);
    const snapshots = [JSON.stringify(before), JSON.stringify(after)];
    await write(RECORD, [accountId, insertId, at, viewer, orderId, itemId, ...snapshots]);
    await write(REMEMBER, [viewer, sha256(input.idempotencyKey), inputHash(input), accountId, insertId, at]);
    return insertId;
  });
  if (sequence === undefined) return undefined;
  return {
    replaceItem: {
      __typename: 'ReplaceItemSuccess',
      item: { id: itemId, status: 'PENDING', revision: expectedRevision + 1 },
      change: { cursor: Buffer.from(`${viewer}:${sequence}`).toString('base64url') },
    },
  };
}

function inputHash(input: Input): string {
  const sorted = Object.fromEntries(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sha256(JSON.stringify(['replaceItem', sorted]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
