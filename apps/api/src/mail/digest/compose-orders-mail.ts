import { OrderReader } from '../../orders/order.reader.js';
import type { NeedyItemRow } from '../../orders/rows.js';
import type { Services } from '../../services.js';
import { mailChoiceLinks, modifyLink, orderLink } from '../links.js';
import type { ClaimedMail } from '../outbox/claim-mail.js';
import type { ComposedMail } from '../outbox/composed-mail.js';
import { MailKind } from '../outbox/mail-kind.js';
import { mentionsOf } from '../outbox/mentions.js';
import { OrderMails } from '../settings/order-mails.js';
import { recipientOf } from '../settings/recipient.js';
import type { MailedOrder } from '../templates/mail-facts.js';
import { mailedItem } from './mailed-item.js';

/**
 * What a mail about reports, or a reminder, says as things stand now. An item that has changed since the mail was made is
 * left out: it is put right, kept or cancelled, or else the next mail is about it. Undefined if that leaves nothing.
 */
export async function composeOrdersMail(
  { database, config }: Services,
  { id, kind, accountId }: ClaimedMail,
): Promise<ComposedMail | undefined> {
  if (!accountId) throw new Error(`${id} is for nobody`);
  const { address, language, orderMails, unsubscribeToken } = await recipientOf(database, accountId);
  if (orderMails === OrderMails.NONE) return undefined;
  const mentions = await mentionsOf(database, id);
  const orderIds = [...new Set(mentions.map(({ orderId }) => orderId))];
  const needy = await new OrderReader(database.reader).needyItemsOfOrders(orderIds);
  const revisions = new Map(mentions.map(({ itemId, revision }) => [itemId, revision]));
  const isMeant = (item: NeedyItemRow) => revisions.get(item.id) === item.revision;
  const orders = orderIds
    .map((orderId) => needy.filter((item) => item.orderId === orderId))
    .filter((items) => items.some(isMeant))
    .map((items) => mailedOrder(config, items, items.filter(isMeant)));
  if (orders.length === 0) return undefined;
  const links = mailChoiceLinks(config, unsubscribeToken);
  return {
    to: address,
    language,
    facts: { kind: kind === MailKind.ORDER_REMINDER ? 'ORDER_REMINDER' : 'ORDER_REPORTS', orders, ...links },
    unsubscribeLink: links.unsubscribeLink,
  };
}

function mailedOrder(
  config: Services['config'],
  needy: readonly NeedyItemRow[],
  meant: readonly NeedyItemRow[],
): MailedOrder {
  const [first] = needy;
  if (!first) throw new Error('an order without items');
  return {
    number: first.orderNumber,
    currency: first.currency,
    link: orderLink(config, first.orderId),
    items: meant.map((item) => ({
      ...mailedItem(item),
      evidence: item.evidence,
      link: modifyLink(config, item),
    })),
    otherCount: needy.length - meant.length,
  };
}
