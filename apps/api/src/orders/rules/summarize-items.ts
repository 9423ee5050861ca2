import { isErrorStatus, STATUS_FACTS } from '@oops/item-status';
import { OrderState } from '../order-state.js';
import type { ItemRow, OrderSummary } from '../rows.js';

type Facts = Pick<ItemRow, 'merchantName' | 'merchantHost' | 'status' | 'keptAt' | 'quantity' | 'unitPriceMinor'>;

/** What a collapsed order says of its items, where they are at hand; `OrderReader` says the same in SQL where they are not. */
export function summarizeItems(items: readonly Facts[], orderState: OrderState): OrderSummary {
  const merchants = new Set<string>();
  let attentionCount = 0;
  let totalMinor = 0;
  for (const { merchantName, merchantHost, status, keptAt, quantity, unitPriceMinor } of items) {
    merchants.add(merchantName ?? merchantHost);
    if (orderState === OrderState.OPEN && isErrorStatus(status) && keptAt === null) attentionCount += 1;
    if (STATUS_FACTS[status].isCharged) totalMinor += quantity * unitPriceMinor;
  }
  return { itemCount: items.length, merchantCount: merchants.size, attentionCount, totalMinor };
}
