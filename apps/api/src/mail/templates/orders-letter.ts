import type { Language } from '../settings/language.js';
import { mailFormats } from './formats.js';
import { troubledItemWords } from './item-words.js';
import type { LetterFooter, OrderPart, OrdersLetter } from './letter.js';
import type { MailChoiceLinks, MailedOrder, OrdersMailFacts } from './mail-facts.js';
import { shorten } from './readable.js';
import { MAIL_WORDS, type MailWords } from './words/mail-words.js';

/** How many items, and how much of each name, mail programs have room for beside the subject. */
const PREHEADER = { items: 3, nameLength: 40 };

/** What was reported, or what still waits. */
export function ordersLetter(facts: OrdersMailFacts, language: Language): OrdersLetter {
  const words = MAIL_WORDS[language];
  const { ofOrder, ofOrders, intro } = facts.kind === 'ORDER_REMINDER' ? words.reminder : words.reports;
  const orders = facts.orders.map((order) => orderPart(order, language, words));
  const items = orders.flatMap((order) => order.items);
  const [first] = facts.orders;
  return {
    kind: 'ORDERS',
    subject: first && orders.length === 1 ? ofOrder(items.length, first.number) : ofOrders(items.length, orders.length),
    preheader: items
      .slice(0, PREHEADER.items)
      .map(({ name, problem }) => problem + words.colon + shorten(name, PREHEADER.nameLength))
      .join(' · '),
    intro: intro(items.length),
    modify: words.modify,
    orders,
    footer: letterFooter(facts, words),
  };
}

function orderPart(order: MailedOrder, language: Language, words: MailWords): OrderPart {
  const formats = mailFormats(language, order.currency);
  return {
    order: { label: words.order(order.number), link: order.link },
    items: order.items.map((item) => troubledItemWords(item, order.currency, words, formats)),
    others: order.otherCount > 0 ? words.others(order.otherCount) : undefined,
  };
}

export function letterFooter({ settingsLink, unsubscribeLink }: MailChoiceLinks, words: MailWords): LetterFooter {
  const { why, choose, end } = words.footer;
  return {
    why,
    choose: { label: choose, link: settingsLink },
    end: { label: end, link: unsubscribeLink },
  };
}
