import { evidenceWords, formatMoney, isErrorStatus, statusHelpText, statusLabel } from '@oops/item-status';
import type { Evidence } from '../../orders/evidence.js';
import type { MailFormats } from './formats.js';
import type { MailedItem, TroubledItem } from './mail-facts.js';
import { oneLine, ownLines } from './readable.js';
import type { MailWords } from './words/mail-words.js';

/** An item in the words of a mail: all of it can be shown as it is. */
export interface ItemWords {
  readonly merchant: string;
  readonly name: string;
  /** Empty where the product comes in one kind only. */
  readonly specification: string;
  readonly quantityTimesPrice: string;
  /** What went wrong; `undefined` if nothing did. */
  readonly problem: string | undefined;
}

/** An item that needs its buyer, with all that helps to decide. */
export interface TroubledItemWords extends ItemWords {
  readonly problem: string;
  readonly helpText: string;
  /** One text for each piece. */
  readonly evidence: readonly string[];
  /** What the operator adds, as it was written: one line or several. */
  readonly note: string | undefined;
  readonly modify: string;
  readonly link: string;
}

export function itemWords(item: MailedItem, words: MailWords, formats: MailFormats): ItemWords {
  return {
    merchant: oneLine(item.merchant),
    name: oneLine(item.productName),
    specification: oneLine(item.specification),
    quantityTimesPrice: words.quantityTimesPrice(formats.count(item.quantity), formats.moneyOf(item.unitPriceMinor)),
    problem: isErrorStatus(item.status) ? statusLabel(item.status, words.items) : undefined,
  };
}

export function troubledItemWords(
  item: TroubledItem,
  currency: string,
  words: MailWords,
  formats: MailFormats,
): TroubledItemWords {
  const { quantity, status, evidence, link } = item;
  const unitPrice = formatMoney(item.unitPriceMinor, currency);
  const found = { quantity, unitPrice, evidence: evidence && readableEvidence(evidence, currency) };
  const said = itemWords(item, words, formats);
  return {
    ...said,
    problem: statusLabel(status, words.items),
    helpText: statusHelpText(status, words.items),
    evidence: evidenceWords(found, formats, 'BUYER', words.items),
    note: evidence?.note ? words.items.evidence.note(ownLines(evidence.note)) : undefined,
    modify: words.modifyItem(said.name),
    link,
  };
}

function readableEvidence(
  { currentUnitPriceMinor, availableSpecifications, note: _, ...quantities }: Evidence,
  currency: string,
) {
  return {
    ...quantities,
    currentUnitPrice: currentUnitPriceMinor === undefined ? null : formatMoney(currentUnitPriceMinor, currency),
    availableSpecifications: availableSpecifications?.map(oneLine),
  };
}
