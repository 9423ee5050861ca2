import { isErrorStatus, STATUS_FACTS } from '@oops/item-status';
import { OrderState } from '../order-state.js';
import type { OrderSummary, SummarizedItem } from '../rows.js';
import { merchantOf } from './merchant.js';

/** What a collapsed order says of its items. */
export function summarizeItems(items: readonly SummarizedItem[], orderState: OrderState): OrderSummary {
  const merchants = new Set<string>();
  let attentionCount = 0;
  let totalMinor = 0;
  let revision = 0;
  for (const item of items) {
    const { status, keptAt, quantity, unitPriceMinor } = item;
    revision += item.revision;
    merchants.add(merchantOf(item));
    if (orderState === OrderState.OPEN && isErrorStatus(status) && keptAt === null) attentionCount += 1;
    if (STATUS_FACTS[status].isCharged) totalMinor += quantity * unitPriceMinor;
  }
  return { itemCount: items.length, merchantCount: merchants.size, attentionCount, totalMinor, revision };
}
