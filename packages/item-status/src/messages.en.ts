import { grouped } from './grouped.js';
import type { Messages } from './messages.js';

export const en: Messages = {
  locale: 'en',
  status: {
    PENDING: { label: 'Pending', helpText: 'We are waiting for the seller to answer. You need not do anything now.' },
    PARTIALLY_OOS: {
      label: 'Partially OOS',
      helpText: 'The seller has only part of the quantity. Lower the quantity, or choose another item.',
    },
    OOS: { label: 'OOS', helpText: 'The seller has none left. Choose another item.' },
    MOQ_REQUIRED: {
      label: 'MOQ Required',
      helpText: 'The seller’s minimum order quantity is higher than yours. Raise the quantity, or choose another item.',
    },
    NO_RESPONSE: { label: 'No Response', helpText: 'The seller does not answer at all. Choose another item.' },
    REFUNDED: {
      label: 'Refunded',
      helpText: 'The seller could not supply the item and gave the money back. Choose another item.',
    },
    CANCELLED: { label: 'Cancelled', helpText: 'The item was called off by the seller, by you or by us.' },
    URL_ERROR: {
      label: 'URL Error',
      helpText: 'The link does not open, or the item is no longer there. Check and correct it, or choose another item.',
    },
    NAME_ERROR: {
      label: 'Name Error',
      helpText:
        'The product name does not match the page behind the link. Check and correct it, or choose another item.',
    },
    PRICE_ERROR: {
      label: 'Price Error',
      helpText: 'The price is higher than the one you gave. Check and correct it, or choose another item.',
    },
    SPECS_ERROR: {
      label: 'Specs Error',
      helpText:
        'That colour, size, design or model does not exist, or is no longer sold. ' +
        'Check and correct it, or choose another item.',
    },
  },
  remedy: {
    WAIT: 'Nothing to do',
    LOWER_QUANTITY: 'Lower the quantity',
    RAISE_QUANTITY: 'Raise the quantity',
    CORRECT: 'Check and correct',
    REPLACE: 'Choose another item',
  },
  problem: {
    REQUIRED: () => 'Please fill this in.',
    TOO_LONG: ({ max }) => `At most ${grouped(max)} characters.`,
    TOO_SHORT: ({ min }) => `At least ${grouped(min)} characters.`,
    NOT_AN_EMAIL: () => 'Must be an email address such as bea@shop.example.',
    EASY_TO_GUESS: () => 'Too easy to guess. Take several words that do not belong together.',
    TOO_SMALL: ({ min }) => `Must be at least ${grouped(min)}.`,
    TOO_LARGE: ({ max }) => `Must be at most ${grouped(max)}.`,
    TOO_MANY: ({ max }) => `At most ${grouped(max)} of them.`,
    NOT_A_WHOLE_NUMBER: () => 'Must be a whole number.',
    NOT_AN_AMOUNT: () => 'Must be an amount such as 12.50, without currency sign or thousands separator.',
    TOO_MANY_DECIMALS: ({ digits, currency }) =>
      digits === 0 ? `${currency} has no decimals.` : `${currency} has at most ${digits} decimals.`,
    NOT_A_CURRENCY: () => 'Must be an ISO 4217 currency code such as GBP.',
    NOT_A_LINK: () => 'Must be a whole link, without spaces, that begins with http:// or https://.',
    UNREADABLE_CHARACTERS: () => 'Contains characters that cannot be shown.',
    DOES_NOT_BELONG: () => 'Does not belong to this status.',
  },
  evidence: {
    available: ({ available, ordered }) => `${available} of ${ordered} available`,
    minimum: ({ minimum, ordered }, reader) =>
      `minimum ${minimum}, ${reader === 'OPERATOR' ? 'ordered' : 'you ordered'} ${ordered}`,
    price: ({ now, given }, reader) => `now ${now}, ${reader === 'OPERATOR' ? 'given' : 'you gave'} ${given}`,
    specifications: (list) => `available: ${list}`,
    note: (note) => `“${note}”`,
  },
};
