import { en as messagesEn } from '@oops/item-status/en';
import type { MailWords } from './mail-words.js';

const items = (count: number) => (count === 1 ? '1 item' : `${count} items`);
const need = (count: number) => (count === 1 ? 'needs' : 'need');

export const en: MailWords = {
  items: messagesEn,
  sender: 'Oops Orders',
  order: (number) => `Order ${number}`,
  quantityTimesPrice: (quantity, price) => `${quantity} × ${price}`,
  modify: 'Modify',
  modifyItem: (name) => `Modify ${name}`,
  reports: {
    ofOrder: (count, number) => `${items(count)} of order ${number} ${need(count)} you`,
    ofOrders: (count, orders) => `${items(count)} of ${orders} orders need you`,
    intro: (count) =>
      count === 1
        ? 'Something went wrong with this item. You can modify it, or keep it as it is, until you prepare the shipment.'
        : 'Something went wrong with these items. You can modify each of them, or keep it as it is, until you prepare ' +
          'the shipment.',
  },
  reminder: {
    ofOrder: (count, number) => `Reminder: ${items(count)} of order ${number} still ${need(count)} you`,
    ofOrders: (count, orders) => `Reminder: ${items(count)} of ${orders} orders still need you`,
    intro: (count) =>
      count === 1
        ? 'This item still waits for you. Modify it, or keep it as it is: then we do not remind you of it again.'
        : 'These items still wait for you. Modify them, or keep them as they are: what you keep we do not remind you ' +
          'of again.',
  },
  others: (count) =>
    count === 1 ? '1 other item of this order needs you too.' : `${count} other items of this order need you too.`,
  closed: {
    subject: (number, shipping, all) =>
      `Order ${number} is closed: ${shipping === all ? items(all) : `${shipping} of ${items(all)}`} will ship`,
    intro: 'We are preparing the shipment of this order. It can be read, and no longer changed.',
    share: {
      ALL: (count) => `${items(count)} will ship`,
      PART: (count) => `Only part of ${items(count)} will ship`,
      NONE: (count) => `${items(count)} will not ship`,
    },
    total: (amount) => `Total: ${amount}. It counts every item that is not cancelled or refunded.`,
    open: (number) => `Open order ${number}`,
  },
  footer: {
    why:
      'You get this mail because you have orders with us and chose to hear of them by mail. Opening a link in it ' +
      'changes nothing.',
    choose: 'Choose which mails you get',
    end: 'End mails about orders',
  },
  account: {
    subject: (subject) => `Oops Orders: ${subject}`,
    copyLink: 'If the button does not work, copy this link:',
    linked: {
      SIGN_UP: {
        subject: 'confirm your email address',
        before: [
          'You want to open an account with this email address. Open this link to choose a name and a password:',
        ],
        button: 'Choose name and password',
        after: ['It works once, for 24 hours. If that was not you, do nothing: no account is made.'],
      },
      ALREADY_SIGNED_UP: {
        subject: 'you already have an account',
        before: [
          'Somebody, probably you, wanted to open an account with this email address. You have one already: sign in ' +
            'with it. If you do not know your password any more, open this link to choose a new one:',
        ],
        button: 'Choose a new password',
        after: ['It works once, for an hour. If that was not you, do nothing: nothing has changed.'],
      },
      PASSWORD_RESET: {
        subject: 'choose a new password',
        before: ['You have forgotten your password. Open this link to choose a new one:'],
        button: 'Choose a new password',
        after: ['It works once, for an hour. If that was not you, do nothing: your password stays as it is.'],
      },
      NO_ACCOUNT: {
        subject: 'there is no account with this address',
        before: [
          'Somebody, probably you, wanted a new password for this email address, but no account has it. Perhaps yours ' +
            'is under another address. If you want to open one with this address, open this link:',
        ],
        button: 'Open an account',
        after: ['It works once, for 24 hours. If that was not you, do nothing: no account is made.'],
      },
      EMAIL_CHANGE: {
        subject: 'confirm your new email address',
        before: ['You want to sign in with this email address from now on. Open this link to confirm it:'],
        button: 'Confirm this address',
        after: ['It works once, for 24 hours. If that was not you, do nothing: nothing has changed.'],
      },
      PASSWORD_CHANGED: {
        subject: 'your password was changed',
        before: [
          'The password of your account was changed, and its other devices were signed out. API keys work on.',
          'If that was not you, choose a new password at once, and look through your API keys:',
        ],
        button: 'Choose a new password',
        after: [],
      },
    },
    emailChanged: {
      subject: 'your email address was changed',
      text: (newAddress) => [
        `You sign in with ${newAddress} from now on; this address is not used any more.`,
        'If that was not you, tell us at once.',
      ],
    },
  },
  colon: ': ',
};
