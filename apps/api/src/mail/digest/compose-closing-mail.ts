import { STATUS_FACTS } from '@oops/item-status';
import { OrderReader } from '../../orders/order.reader.js';
import type { Services } from '../../services.js';
import { mailChoiceLinks, orderLink } from '../links.js';
import type { ClaimedMail } from '../outbox/claim-mail.js';
import type { ComposedMail } from '../outbox/composed-mail.js';
import { mentionsOf } from '../outbox/mentions.js';
import { OrderMails } from '../settings/order-mails.js';
import { recipientOf } from '../settings/recipient.js';
import { mailedItem } from './mailed-item.js';

/** What the mail about a closed order says; undefined for who wants no mails about orders. */
export async function composeClosingMail(
  { database, config }: Services,
  { id, accountId }: ClaimedMail,
): Promise<ComposedMail | undefined> {
  if (!accountId) throw new Error(`${id} is for nobody`);
  const { address, language, orderMails, unsubscribeToken } = await recipientOf(database, accountId);
  if (orderMails === OrderMails.NONE) return undefined;
  const orders = new OrderReader(database.reader);
  const orderIds = (await mentionsOf(database, id)).map(({ orderId }) => orderId);
  const [order] = await orders.ordersByIds(orderIds);
  if (!order) throw new Error(`${id} is about no order`);
  const items = await orders.itemsOfOrders([order.id]);
  const totalMinor = (await orders.summariesOfOrders([order.id])).get(order.id)?.totalMinor ?? 0;
  const links = mailChoiceLinks(config, unsubscribeToken);
  const facts = {
    kind: 'ORDER_CLOSED' as const,
    order: {
      number: order.number,
      currency: order.currency,
      link: orderLink(config, order.id),
      totalMinor,
      items: items.map((item) => ({
        ...mailedItem(item),
        shipmentShare: STATUS_FACTS[item.status].shipmentShare,
      })),
    },
    ...links,
  };
  return { to: address, language, facts, unsubscribeLink: links.unsubscribeLink };
}
