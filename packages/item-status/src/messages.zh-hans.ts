import { grouped } from './grouped.js';
import type { Messages } from './messages.js';

/** Simplified Chinese, as a shopping agent writes to its buyers. */
export const zhHans: Messages = {
  locale: 'zh-Hans',
  status: {
    PENDING: { label: '待确认', helpText: '我们正在等待卖家回复，您暂时无需操作。' },
    PARTIALLY_OOS: { label: '部分缺货', helpText: '卖家库存不足，只能供应一部分。请减少数量，或更换其他商品。' },
    OOS: { label: '缺货', helpText: '卖家已无库存。请更换其他商品。' },
    MOQ_REQUIRED: { label: '未达起订量', helpText: '您订购的数量低于卖家的最低起订量。请增加数量，或更换其他商品。' },
    NO_RESPONSE: { label: '卖家未回复', helpText: '卖家一直没有回复。请更换其他商品。' },
    REFUNDED: { label: '已退款', helpText: '卖家无法供应该商品，货款已退回。请更换其他商品。' },
    CANCELLED: { label: '已取消', helpText: '该商品已取消：由卖家、您本人或我们取消。' },
    URL_ERROR: { label: '链接有误', helpText: '链接无法打开，或商品已下架。请核对并更正链接，或更换其他商品。' },
    NAME_ERROR: { label: '品名有误', helpText: '商品名称与链接页面上的商品不符。请核对并更正，或更换其他商品。' },
    PRICE_ERROR: { label: '价格有误', helpText: '实际价格高于您填写的价格。请核对并更正，或更换其他商品。' },
    SPECS_ERROR: {
      label: '规格有误',
      helpText: '您填写的颜色、尺码、款式或型号不存在，或已停售。请核对并更正，或更换其他商品。',
    },
  },
  remedy: {
    WAIT: '无需操作',
    LOWER_QUANTITY: '减少数量',
    RAISE_QUANTITY: '增加数量',
    CORRECT: '核对并更正',
    REPLACE: '更换商品',
  },
  problem: {
    REQUIRED: () => '请填写此项。',
    TOO_LONG: ({ max }) => `最多 ${grouped(max)} 个字符。`,
    TOO_SHORT: ({ min }) => `至少 ${grouped(min)} 个字符。`,
    NOT_AN_EMAIL: () => '请输入电子邮箱地址，例如 bea@shop.example。',
    EASY_TO_GUESS: () => '太容易被猜到。请用几个互不相关的词组成密码。',
    TOO_SMALL: ({ min }) => `不能小于 ${grouped(min)}。`,
    TOO_LARGE: ({ max }) => `不能大于 ${grouped(max)}。`,
    TOO_MANY: ({ max }) => `最多 ${grouped(max)} 项。`,
    NOT_A_WHOLE_NUMBER: () => '请输入整数。',
    NOT_AN_AMOUNT: () => '请输入金额，例如 12.50，不带货币符号和千位分隔符。',
    TOO_MANY_DECIMALS: ({ digits, currency }) =>
      digits === 0 ? `${currency} 金额不能有小数。` : `${currency} 金额最多保留 ${digits} 位小数。`,
    NOT_A_CURRENCY: () => '请输入 ISO 4217 货币代码，例如 GBP。',
    NOT_A_LINK: () => '请输入以 http:// 或 https:// 开头的完整链接，不含空格。',
    UNREADABLE_CHARACTERS: () => '含有无法显示的字符。',
    DOES_NOT_BELONG: () => '此项不适用于该状态。',
  },
  evidence: {
    available: ({ available, ordered }) => `订购 ${ordered} 件，现有 ${available} 件`,
    minimum: ({ minimum, ordered }, reader) =>
      `起订量 ${minimum} 件，${reader === 'OPERATOR' ? '订购' : '您订购了'} ${ordered} 件`,
    price: ({ now, given }, reader) => `现价 ${now}，${reader === 'OPERATOR' ? '所填价格为' : '您填写的是'} ${given}`,
    specifications: (list) => `可选规格：${list}`,
    note: (note) => `“${note}”`,
  },
};
