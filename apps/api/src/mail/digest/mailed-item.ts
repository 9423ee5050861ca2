import type { ItemRow } from '../../orders/rows.js';
import { merchantOf } from '../../orders/rules/merchant.js';
import type { MailedItem } from '../templates/mail-facts.js';

/** An item as mails speak of it. */
export function mailedItem(item: ItemRow): MailedItem {
  return {
    merchant: merchantOf(item),
    productName: item.productName,
    specification: item.specification,
    quantity: item.quantity,
    unitPriceMinor: item.unitPriceMinor,
    status: item.status,
  };
}
