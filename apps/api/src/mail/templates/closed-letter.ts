import type { ShipmentShare } from '@oops/item-status';
import type { Language } from '../settings/language.js';
import { mailFormats } from './formats.js';
import { itemWords } from './item-words.js';
import type { ClosedLetter } from './letter.js';
import type { OrderClosedFacts } from './mail-facts.js';
import { letterFooter } from './orders-letter.js';
import { MAIL_WORDS } from './words/mail-words.js';

/** What the reader may not expect comes first. */
const SHARES = ['NONE', 'PART', 'ALL'] as const satisfies readonly ShipmentShare[];

/** An order whose shipment is being prepared. */
export function closedLetter({ order, ...choices }: OrderClosedFacts, language: Language): ClosedLetter {
  const words = MAIL_WORDS[language];
  const formats = mailFormats(language, order.currency);
  const groups = SHARES.flatMap((share) => {
    const items = order.items.filter((item) => item.shipmentShare === share);
    const heading = words.closed.share[share](items.length);
    return items.length > 0 ? [{ share, heading, items: items.map((item) => itemWords(item, words, formats)) }] : [];
  });
  const shipping = order.items.filter((item) => item.shipmentShare !== 'NONE').length;
  const total = words.closed.total(formats.moneyOf(order.totalMinor));
  return {
    kind: 'CLOSED',
    subject: words.closed.subject(order.number, shipping, order.items.length),
    preheader: [...groups.map((group) => group.heading), total].join(' · '),
    intro: words.closed.intro,
    groups,
    total,
    order: { label: words.closed.open(order.number), link: order.link },
    footer: letterFooter(choices, words),
  };
}
