import type { ItemWords, TroubledItemWords } from './item-words.js';
import type { ClosedLetter, Letter, LetterFooter, OrderPart, OrdersLetter } from './letter.js';
import type { MailWords } from './words/mail-words.js';

/** The letter as plain text, complete by itself. What people wrote stands behind a mark or indented. */
export function letterText(letter: Letter, words: MailWords): string {
  return `${paragraphs(letter, words).join('\n\n')}\n\n${words.sender}\n`;
}

function paragraphs(letter: Letter, words: MailWords): string[] {
  switch (letter.kind) {
    case 'ORDERS':
      return [...ordersParagraphs(letter, words), ...footerParagraphs(letter.footer, words)];
    case 'CLOSED':
      return [...closedParagraphs(letter, words), ...footerParagraphs(letter.footer, words)];
    case 'ACCOUNT':
      return [...letter.before, ...(letter.button ? [letter.button.link] : []), ...letter.after];
  }
}

function ordersParagraphs({ subject, intro, modify, orders }: OrdersLetter, words: MailWords): string[] {
  return [subject, intro, ...orders.flatMap((part) => orderParagraphs(part, modify, words))];
}

function orderParagraphs({ order, items, others }: OrderPart, modify: string, words: MailWords): string[] {
  const mark = (index: number) => (items.length > 1 ? `${index + 1}. ` : '- ');
  return [
    `${order.label}\n${order.link}`,
    ...items.map((item, index) => block(mark(index), troubledItemLines(item, modify, words))),
    ...(others ? [`${others}\n${order.link}`] : []),
  ];
}

function troubledItemLines(item: TroubledItemWords, modify: string, words: MailWords): string[] {
  return [
    ...itemLines(item),
    item.helpText,
    ...item.evidence,
    ...(item.note?.split('\n') ?? []),
    // The space is for mail programs that find no link right behind a Chinese colon.
    `${modify}${words.colon.trimEnd()} ${item.link}`,
  ];
}

function closedParagraphs({ subject, intro, groups, total, order }: ClosedLetter, words: MailWords): string[] {
  const shipped = groups.flatMap(({ heading, items }) => [
    heading + words.colon.trimEnd(),
    ...items.map((item) => block('- ', itemLines(item))),
  ]);
  return [subject, intro, ...shipped, total, `${order.label}${words.colon.trimEnd()}\n${order.link}`];
}

function itemLines({ merchant, name, specification, quantityTimesPrice, problem }: ItemWords): string[] {
  return [
    problem ? `${merchant} – ${problem}` : merchant,
    specification ? `${name} (${specification})` : name,
    quantityTimesPrice,
  ];
}

/** Lines that belong together: the first behind its mark, the others below it. */
function block(mark: string, [first = '', ...others]: readonly string[]): string {
  return [mark + first, ...others.map((line) => ' '.repeat(mark.length) + line)].join('\n');
}

function footerParagraphs({ why, choose, end }: LetterFooter, words: MailWords): string[] {
  const colon = words.colon.trimEnd();
  return [why, `${choose.label}${colon}\n${choose.link}`, `${end.label}${colon}\n${end.link}`];
}
