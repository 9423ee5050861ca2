import { attentionFamily, formatMoney, type ItemStatus, isErrorStatus, STATUS_FACTS } from '@oops/item-status';

export const ORDER_COLUMNS = 'o.id AS orderId, o.number, o.state, o.placedAt, o.closedAt, o.currency';

export interface OrderRow {
  readonly orderId: string;
  readonly number: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly placedAt: string;
  readonly closedAt: string | null;
  readonly currency: string;
}

export const ITEM_COLUMNS =
  'i.id, i.merchantName, i.merchantHost, i.status, i.evidence, i.url, i.productName, i.quantity, i.unitPriceMinor, ' +
  'i.specification, i.revision, i.keptAt';

export interface ItemRow {
  readonly id: string;
  readonly merchantName: string | null;
  readonly merchantHost: string;
  readonly status: ItemStatus;
  readonly evidence: string | null;
  readonly url: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly specification: string;
  readonly revision: number;
  readonly keptAt: string | null;
}

/** An order as `OrderParts` asks for it. */
export function toOrder({ orderId, number, state, placedAt, closedAt, currency }: OrderRow, rows: readonly ItemRow[]) {
  const isOpen = state === 'OPEN';
  const merchants = new Set<string>();
  let [attentionCount, total] = [0, 0];
  const items = rows.map((row) => {
    const { status, quantity, unitPriceMinor } = row;
    const name = row.merchantName ?? row.merchantHost;
    const kept = row.keptAt !== null;
    merchants.add(name);
    if (attentionFamily({ status, kept, orderOpen: isOpen }) === 'NEEDS_YOU') attentionCount += 1;
    if (STATUS_FACTS[status].isCharged) total += quantity * unitPriceMinor;
    return {
      id: row.id,
      merchant: { name },
      status,
      evidence: toEvidence(row.evidence, currency),
      url: row.url,
      productName: row.productName,
      quantity,
      unitPrice: formatMoney(unitPriceMinor, currency),
      specification: row.specification,
      revision: row.revision,
      allowedActions: isOpen ? actionsOf(status, kept) : [],
    };
  });
  return {
    id: orderId,
    number,
    state,
    placedAt: toIso(placedAt),
    closedAt: closedAt === null ? null : toIso(closedAt),
    currency,
    itemCount: rows.length,
    merchantCount: merchants.size,
    attentionCount,
    total: formatMoney(total, currency),
    allowedActions: isOpen ? ['PREPARE_SHIPMENT'] : [],
    items,
  };
}

/** A time as JSON has it. By prepared statements, whole seconds come without their zeros. */
export function toIso(time: string): string {
  return `${time.slice(0, 10)}T${time.slice(11)}${time.length === 19 ? '.000' : ''}Z`;
}

function actionsOf(status: ItemStatus, kept: boolean): string[] {
  const answers = isErrorStatus(status) ? (kept ? ['REPLACE'] : ['REPLACE', 'KEEP']) : [];
  return STATUS_FACTS[status].isCharged ? [...answers, 'CANCEL'] : answers;
}

function toEvidence(text: string | null, currency: string): object | null {
  if (text === null) return null;
  const { availableQuantity, minimumQuantity, currentUnitPriceMinor, availableSpecifications, note } = JSON.parse(text);
  return {
    availableQuantity: availableQuantity ?? null,
    minimumQuantity: minimumQuantity ?? null,
    currentUnitPrice: currentUnitPriceMinor === undefined ? null : formatMoney(currentUnitPriceMinor, currency),
    availableSpecifications: availableSpecifications ?? null,
    note: note ?? null,
  };
}
