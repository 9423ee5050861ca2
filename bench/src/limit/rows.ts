import { attentionFamily, formatMoney, type ItemStatus, isErrorStatus, STATUS_FACTS } from '@oops/item-status';

export const ORDER_COLUMNS = 'o.id, o.number, o.state, o.placedAt, o.closedAt, o.currency';

export type OrderRow = readonly [
  id: string,
  number: string,
  state: 'OPEN' | 'CLOSED',
  placedAt: string,
  closedAt: string | null,
  currency: string,
];

export const ITEM_COLUMNS =
  'i.orderId, i.id, i.merchantName, i.merchantHost, i.status, i.statusChangedAt, i.evidence, i.url, i.productName, ' +
  'i.quantity, i.unitPriceMinor, i.specification, i.revision, i.keptAt';

export type ItemRow = readonly [
  orderId: string,
  id: string,
  merchantName: string | null,
  merchantHost: string,
  status: ItemStatus,
  statusChangedAt: string,
  evidence: string | null,
  url: string,
  productName: string,
  quantity: number,
  unitPriceMinor: number,
  specification: string,
  revision: number,
  keptAt: string | null,
];

/** An order as `AllOfOrder` asks for it. */
export function toOrder([id, number, state, placedAt, closedAt, currency]: OrderRow, rows: readonly ItemRow[]) {
  const isOpen = state === 'OPEN';
  const merchants = new Set<string>();
  let [attentionCount, total] = [0, 0];
  const items = rows.map((row) => {
    const [, itemId, merchantName, host, status, statusChangedAt, evidence, url, productName] = row;
    const [quantity, unitPriceMinor, specification, revision, keptAt] = row.slice(9) as [
      number,
      number,
      string,
      number,
      string | null,
    ];
    const name = merchantName ?? host;
    const kept = keptAt !== null;
    merchants.add(name);
    if (attentionFamily({ status, kept, orderOpen: isOpen }) === 'NEEDS_YOU') attentionCount += 1;
    if (STATUS_FACTS[status].isCharged) total += quantity * unitPriceMinor;
    return {
      id: itemId,
      merchant: { name, host },
      status,
      statusChangedAt: toIso(statusChangedAt),
      evidence: toEvidence(evidence, currency),
      url,
      productName,
      quantity,
      unitPrice: formatMoney(unitPriceMinor, currency),
      specification,
      revision,
      keptAt: keptAt === null ? null : toIso(keptAt),
      allowedActions: isOpen ? actionsOf(status, kept) : [],
    };
  });
  return {
    id,
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
  const isError = isErrorStatus(status);
  return [
    ...(isError ? ['REPLACE'] : []),
    ...(isError && !kept ? ['KEEP'] : []),
    ...(STATUS_FACTS[status].isCharged ? ['CANCEL'] : []),
  ];
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
