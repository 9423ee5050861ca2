import { zhHans as messagesZhHans } from '@oops/item-status/zh-hans';
import type { MailWords } from './mail-words.js';

/** Simplified Chinese. A closed order is not called 关闭, which shoppers take for a purchase that was called off. */
export const zhHans: MailWords = {
  items: messagesZhHans,
  sender: 'Oops Orders',
  order: (number) => `订单 ${number}`,
  quantityTimesPrice: (quantity, price) => `${quantity} × ${price}`,
  modify: '修改',
  modifyItem: (name) => `修改 ${name}`,
  reports: {
    ofOrder: (count, number) => `订单 ${number} 有 ${count} 项商品需要您处理`,
    ofOrders: (count, orders) => `${orders} 个订单共有 ${count} 项商品需要您处理`,
    intro: () => '以下商品出现了问题。在您确认准备发货之前，可以修改商品，也可以选择保持不变。',
  },
  reminder: {
    ofOrder: (count, number) => `提醒：订单 ${number} 仍有 ${count} 项商品等待您处理`,
    ofOrders: (count, orders) => `提醒：${orders} 个订单仍有 ${count} 项商品等待您处理`,
    intro: () => '以下商品仍在等待您处理。您可以修改商品，也可以选择保持不变；保持不变的商品，我们不再提醒。',
  },
  others: (count) => `该订单另有 ${count} 项商品也需要您处理。`,
  closed: {
    subject: (number, shipping, all) =>
      `订单 ${number} 准备发货：${shipping === all ? `${all} 项商品将发出` : `${all} 项商品中 ${shipping} 项将发出`}`,
    intro: '我们正在为该订单准备发货。订单仍可查看，但不能再修改。',
    share: {
      ALL: (count) => `${count} 项商品将发出`,
      PART: (count) => `${count} 项商品只能发出一部分`,
      NONE: (count) => `${count} 项商品不会发出`,
    },
    total: (amount) => `合计：${amount}，已取消和已退款的商品不计入。`,
    open: (number) => `查看订单 ${number}`,
  },
  footer: {
    why: '您收到此邮件，是因为您在我们这里有订单，并选择了通过邮件接收通知。仅打开邮件中的链接，不会改变任何内容。',
    choose: '选择接收哪些邮件',
    end: '不再接收订单邮件',
  },
  account: {
    subject: (subject) => `Oops Orders：${subject}`,
    copyLink: '如果按钮无法使用，请复制以下链接：',
    linked: {
      SIGN_UP: {
        subject: '确认您的邮箱地址',
        before: ['您想用此邮箱地址注册账号。请打开以下链接，设置姓名和密码：'],
        button: '设置姓名和密码',
        after: ['链接仅可使用一次，24 小时内有效。如果不是您本人操作，请忽略此邮件，账号不会建立。'],
      },
      ALREADY_SIGNED_UP: {
        subject: '您已有账号',
        before: [
          '有人（可能是您本人）想用此邮箱地址注册账号。您已有账号，请直接登录。如果忘记了密码，请打开以下链接设置新密码：',
        ],
        button: '设置新密码',
        after: ['链接仅可使用一次，1 小时内有效。如果不是您本人操作，请忽略此邮件，一切保持不变。'],
      },
      PASSWORD_RESET: {
        subject: '设置新密码',
        before: ['您忘记了密码。请打开以下链接设置新密码：'],
        button: '设置新密码',
        after: ['链接仅可使用一次，1 小时内有效。如果不是您本人操作，请忽略此邮件，密码保持不变。'],
      },
      NO_ACCOUNT: {
        subject: '此邮箱地址没有账号',
        before: [
          '有人（可能是您本人）想为此邮箱地址重设密码，但没有账号使用该地址。您的账号可能使用了其他邮箱地址。' +
            '如果您想用此地址注册账号，请打开以下链接：',
        ],
        button: '注册账号',
        after: ['链接仅可使用一次，24 小时内有效。如果不是您本人操作，请忽略此邮件，账号不会建立。'],
      },
      EMAIL_CHANGE: {
        subject: '确认您的新邮箱地址',
        before: ['您希望今后用此邮箱地址登录。请打开以下链接确认：'],
        button: '确认此地址',
        after: ['链接仅可使用一次，24 小时内有效。如果不是您本人操作，请忽略此邮件，一切保持不变。'],
      },
      PASSWORD_CHANGED: {
        subject: '您的密码已更改',
        before: [
          '您账号的密码已更改，其他设备均已退出登录。API 密钥仍可使用。',
          '如果不是您本人操作，请立即设置新密码，并检查您的 API 密钥：',
        ],
        button: '设置新密码',
        after: [],
      },
    },
    emailChanged: {
      subject: '您的邮箱地址已更改',
      text: (newAddress) => [
        `今后请使用 ${newAddress} 登录，本邮箱地址不再使用。`,
        '如果不是您本人操作，请立即告知我们。',
      ],
    },
  },
  colon: '：',
};
