import { ITEM_FIELDS, ITEM_STATUSES, type Problem, statusHelpText } from '@oops/item-status';
import { registerEnumType } from 'type-graphql';
import { Role } from '../accounts/role.js';
import { Scope } from '../accounts/scope.js';
import { ChangeKind } from '../changes/change-kind.js';
import { MailKind } from '../mail/outbox/mail-kind.js';
import { MailState } from '../mail/outbox/mail-state.js';
import { Language } from '../mail/settings/language.js';
import { OrderMails } from '../mail/settings/order-mails.js';
import { OrderState } from '../orders/order-state.js';
import { ItemAction, OrderAction } from '../orders/rules/item-actions.js';

// All enums of the API, each registered once. Where the values are a plain list of texts, an object is made of it.

function enumOf<T extends string>(values: readonly T[]): { [Value in T]: Value } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [Value in T]: Value };
}

export const ItemStatusEnum = enumOf(ITEM_STATUSES);
export const ItemFieldEnum = enumOf(ITEM_FIELDS);
export const RemedyEnum = enumOf(['WAIT', 'LOWER_QUANTITY', 'RAISE_QUANTITY', 'CORRECT', 'REPLACE'] as const);
export const ShipmentShareEnum = enumOf(['ALL', 'PART', 'NONE'] as const);
const FIELD_PROBLEMS: Readonly<Record<Problem['code'], { description: string }>> = {
  REQUIRED: { description: 'Something must stand there.' },
  TOO_LONG: { description: 'Has more characters than `bound`.' },
  TOO_SHORT: { description: 'Has fewer characters than `bound`.' },
  NOT_AN_EMAIL: { description: 'Is no email address.' },
  EASY_TO_GUESS: { description: 'Is among the first that anybody would try as a password.' },
  TOO_SMALL: { description: 'Is less than `bound`.' },
  TOO_LARGE: { description: 'Is more than `bound`.' },
  TOO_MANY: { description: 'Has more entries than `bound`.' },
  NOT_A_WHOLE_NUMBER: { description: 'Is no whole number.' },
  NOT_AN_AMOUNT: { description: 'Is no decimal such as `12.50`.' },
  TOO_MANY_DECIMALS: { description: 'Has more decimals than the currency, which has `bound`.' },
  NOT_A_CURRENCY: { description: 'Is no currency of ISO 4217.' },
  NOT_A_LINK: { description: 'Is no whole http or https link.' },
  UNREADABLE_CHARACTERS: {
    description: 'Has characters that cannot be shown. Line breaks and tabs are among them where one line is wanted.',
  },
  DOES_NOT_BELONG: { description: 'Does not go with the status that is reported.' },
};
export const FieldProblemEnum = enumOf(Object.keys(FIELD_PROBLEMS) as Array<Problem['code']>);
export const AttentionFamilyEnum = enumOf(['WAITING', 'NEEDS_YOU', 'SET_ASIDE'] as const);

registerEnumType(ItemStatusEnum, {
  name: 'ItemStatus',
  description: 'How an item stands with its seller. There are eleven statuses and no more.',
  valuesConfig: Object.fromEntries(ITEM_STATUSES.map((status) => [status, { description: statusHelpText(status) }])),
});
registerEnumType(ItemFieldEnum, {
  name: 'ItemField',
  description: 'A field that a buyer fills in for an item.',
  valuesConfig: {
    url: { description: 'The page of the product.' },
    productName: { description: 'What the product is called.' },
    quantity: { description: 'How many are wanted.' },
    unitPrice: { description: 'The price of one.' },
    specification: { description: 'Colour, size, design or model.' },
  },
});
registerEnumType(FieldProblemEnum, {
  name: 'FieldProblem',
  description: 'What can be wrong with a field of an input.',
  valuesConfig: FIELD_PROBLEMS,
});
registerEnumType(RemedyEnum, {
  name: 'Remedy',
  description: 'What a status asks of the buyer, as the first thing to try.',
  valuesConfig: {
    WAIT: { description: 'Nothing.' },
    LOWER_QUANTITY: { description: 'Order less of the same item.' },
    RAISE_QUANTITY: { description: 'Order more of the same item.' },
    CORRECT: { description: 'Check one field and correct it.' },
    REPLACE: { description: 'Choose another item.' },
  },
});
registerEnumType(ShipmentShareEnum, {
  name: 'ShipmentShare',
  description: 'How much of an item goes out if the shipment is prepared now.',
  valuesConfig: {
    ALL: { description: 'The whole quantity.' },
    PART: { description: 'What the seller has of it.' },
    NONE: { description: 'Nothing.' },
  },
});
registerEnumType(AttentionFamilyEnum, {
  name: 'AttentionFamily',
  description: 'How an item stands with its buyer.',
  valuesConfig: {
    WAITING: { description: 'We wait for the seller; the buyer need not do anything.' },
    NEEDS_YOU: { description: 'Something went wrong and the buyer has not decided yet.' },
    SET_ASIDE: { description: 'The buyer keeps it as it is, or the order is closed.' },
  },
});
registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody is to us.',
  valuesConfig: {
    BUYER: { description: 'Places orders and puts right what went wrong in them.' },
    OPERATOR: { description: 'Orders for buyers, sees all orders, and reports how items stand.' },
  },
});
registerEnumType(Scope, {
  name: 'ApiKeyScope',
  description: 'What an API key may be used for.',
  valuesConfig: {
    ORDERS_READ: {
      description: '`orders:read`: queries and subscriptions of orders, items, changes, and the mails about them.',
    },
    ORDERS_WRITE: {
      description:
        '`orders:write`: mutations of orders and items, and what they answer. Of all else the key sees only whose it is: id, name and role.',
    },
  },
});
registerEnumType(OrderMails, {
  name: 'OrderMails',
  description: 'How a buyer wants to hear of their orders by mail.',
  valuesConfig: {
    AT_ONCE: { description: 'Each report at once, in a mail of its own.' },
    DIGEST: {
      description:
        'The reports on one order together: when none came for 2 minutes, and after 15 minutes at the latest.',
    },
    DAILY: { description: 'The problems of all orders together, at most once in 24 hours.' },
    NONE: {
      description: 'No mails about orders. Those about the account, such as for a forgotten password, still come.',
    },
  },
});
registerEnumType(Language, {
  name: 'Language',
  description: 'The languages that mails are written in.',
  valuesConfig: {
    EN: { description: 'English.' },
    ZH_HANS: { description: 'Chinese, in simplified characters.' },
  },
});
registerEnumType(OrderState, {
  name: 'OrderState',
  description: 'Whether an order can still be changed.',
  valuesConfig: {
    OPEN: { description: 'Items can be reported on, replaced, kept and cancelled.' },
    CLOSED: { description: 'The shipment is being prepared; nothing can be changed any more, by anyone.' },
  },
});
registerEnumType(ItemAction, {
  name: 'ItemAction',
  description: 'What can be done to an item.',
  valuesConfig: {
    REPLACE: { description: '`replaceItem`, for buyers' },
    KEEP: { description: '`keepItem`, for buyers' },
    CANCEL: { description: '`cancelItem`, for buyers' },
    REPORT: { description: '`reportItemStatus`, for operators' },
  },
});
registerEnumType(OrderAction, {
  name: 'OrderAction',
  description: 'What can be done to a whole order.',
  valuesConfig: { PREPARE_SHIPMENT: { description: '`prepareShipment`, for buyers' } },
});
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'The kinds of facts that the change log holds.',
  valuesConfig: {
    ORDER_PLACED: { description: 'A buyer placed an order; all its items are Pending.' },
    ITEM_STATUS_REPORTED: { description: 'An operator said how an item stands.' },
    ITEM_REPLACED: { description: 'The buyer replaced or corrected an item; it is Pending again.' },
    ITEM_KEPT: { description: 'The buyer leaves an item with an error as it is.' },
    ITEM_CANCELLED: { description: 'The buyer called an item off.' },
    ORDER_CLOSED: { description: 'The buyer prepares the shipment; nothing can be changed any more.' },
  },
});
registerEnumType(MailKind, {
  name: 'MailKind',
  description: 'What a mail is for.',
  valuesConfig: {
    ORDER_REPORTS: { description: 'To tell a buyer what went wrong with items.' },
    ORDER_REMINDER: { description: 'To recall items that still need their buyer.' },
    ORDER_CLOSED: { description: 'To tell that an order is closed.' },
    SIGN_UP: { description: 'For somebody who wants an account.' },
    PASSWORD_RESET: { description: 'For somebody who has forgotten their password.' },
    EMAIL_CHANGE: { description: 'To have a new address confirmed.' },
    EMAIL_CHANGED: { description: 'To tell the old address of a new one.' },
    PASSWORD_CHANGED: { description: 'To tell that a password was changed.' },
  },
});
registerEnumType(MailState, {
  name: 'MailState',
  description: 'What has become of a mail.',
  valuesConfig: {
    WAITING: { description: 'It will be tried, for the first time or again.' },
    SENT: { description: 'The mail server has taken it.' },
    REFUSED: { description: 'The mail server will never take it. It is not tried again.' },
    GIVEN_UP: { description: 'It was tried for 24 hours, and the mail server did not take it.' },
    WITHDRAWN: {
      description:
        'When it was to be sent there was nothing left to be said. `answer` tells where it is not known whether an earlier attempt went out.',
    },
  },
});
