import { anOrder, aTroubledItem, reminder, reports, troubledItems } from '../../../test/testkit/mail-facts.js';
import { linksOf, wordsOf } from '../../../test/testkit/read-mail.js';
import { Language } from '../settings/language.js';
import { renderMail } from './render-mail.js';

const EVIDENCED = [
  aTroubledItem(1, { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 12 } }),
  aTroubledItem(2, { status: 'PRICE_ERROR', evidence: { currentUnitPriceMinor: 1580, note: 'Since Monday.\nSorry.' } }),
  aTroubledItem(3, { status: 'SPECS_ERROR', evidence: { availableSpecifications: ['red', 'green'] } }),
  aTroubledItem(4, { status: 'MOQ_REQUIRED', evidence: { minimumQuantity: 5000 } }),
];

test.each([
  [reports(anOrder()), '1 item of order 7K3M-Q9TX needs you'],
  [reports(anOrder({ items: troubledItems(3) })), '3 items of order 7K3M-Q9TX need you'],
  [reports(anOrder({ items: troubledItems(3) }), anOrder({ number: '9XXX-AB2C' })), '4 items of 2 orders need you'],
  [reminder(anOrder()), 'Reminder: 1 item of order 7K3M-Q9TX still needs you'],
  [reminder(anOrder(), anOrder({ number: '9XXX-AB2C' })), 'Reminder: 2 items of 2 orders still need you'],
])('the subject counts what needs the buyer (%#)', async (facts, subject) => {
  expect((await renderMail(facts, Language.EN)).subject).toBe(subject);
});

describe.each([
  [
    Language.EN,
    [
      'Meyer & Söhne',
      'Rød børste 1',
      'blue, XL',
      '40 × £12.50',
      'Partially OOS',
      'Lower the quantity, or choose another item.',
      '12 of 40 available',
      'now £15.80, you gave £12.50',
      'available: red, green',
      'minimum 5,000, you ordered 40',
      'Modify',
      '2 other items of this order need you too.',
      'Opening a link in it changes nothing.',
    ],
  ],
  [
    Language.ZH_HANS,
    [
      'Meyer & Söhne',
      'Rød børste 1',
      'blue, XL',
      '40 × £12.50',
      '部分缺货',
      '请减少数量，或更换其他商品。',
      '订购 40 件，现有 12 件',
      '现价 £15.80，您填写的是 £12.50',
      '可选规格：red、green',
      '起订量 5,000 件，您订购了 40 件',
      '修改',
      '该订单另有 2 项商品也需要您处理。',
      '不会改变任何内容。',
    ],
  ],
])('in %s', (language, said) => {
  test('both parts say what went wrong, what was found out and what to do', async () => {
    const mail = await renderMail(reports(anOrder({ items: EVIDENCED, otherCount: 2 })), language);
    const words = wordsOf(mail.html);
    for (const text of [...said, 'Since Monday.', 'Sorry.']) {
      expect(mail.text).toContain(text);
      expect(words).toContain(text);
    }
    expect(new Set(mail.html.match(/ lang="[^"]*"/g))).toEqual(new Set([` lang="${language}"`]));
  });
});

test('an item without evidence has none, and no mark of it', async () => {
  const mail = await renderMail(reports(anOrder({ items: [aTroubledItem(1, { specification: '' })] })), Language.EN);
  expect(mail.text).toContain(
    [
      '- Meyer & Söhne – OOS',
      '  Rød børste 1',
      '  40 × £12.50',
      '  The seller has none left. Choose another item.',
      '  Modify: https://oops.example/orders/1?item=1&modify',
    ].join('\n'),
  );
  expect(mail.text).not.toMatch(/\d other item/);
});

test('a reminder says that keeping an item ends it', async () => {
  const { text, html } = await renderMail(reminder(anOrder()), Language.EN);
  for (const part of [text, wordsOf(html)]) expect(part).toMatch(/keep it as it is: then we do not remind you/);
});

test('links lead to the order, to each item, to the settings and to the end of these mails', async () => {
  const { text, html } = await renderMail(reports(anOrder({ items: troubledItems(2), otherCount: 1 })), Language.EN);
  const links = [
    'https://oops.example/orders/1',
    'https://oops.example/orders/1?item=1&modify',
    'https://oops.example/orders/1?item=2&modify',
    'https://oops.example/orders/1',
    'https://oops.example/account',
    'https://oops.example/unsubscribe#token',
  ];
  expect(linksOf(html)).toEqual(links);
  expect(text.match(/https?:\S+/g)).toEqual(links);
});

test('no link in the Chinese text runs into the words before it', async () => {
  const { text } = await renderMail(reports(anOrder()), Language.ZH_HANS);
  expect(text).toContain('修改： https://oops.example/orders/1?item=1&modify\n');
  expect(text).not.toMatch(/\Shttps:/);
});

test('amounts have the digits of their currency', async () => {
  const orders = [
    anOrder({ currency: 'JPY', items: [aTroubledItem(1, { unitPriceMinor: 1250 })] }),
    anOrder({ currency: 'KWD', items: [aTroubledItem(2, { unitPriceMinor: 1250 })] }),
    anOrder({ currency: 'HUF', items: [aTroubledItem(3, { unitPriceMinor: 1250 })] }),
  ];
  const { text } = await renderMail(reports(...orders), Language.EN);
  expect(text).toContain('40 × ¥1,250\n');
  expect(text).toMatch(/40 × KWD\s1\.250\n/);
  expect(text).toMatch(/40 × HUF\s12\.50\n/);
});

test('of 500 items all are in both parts, and the first 25 before mail programs cut it off', async () => {
  const items = troubledItems(500);
  const { text, html } = await renderMail(reports(anOrder({ items })), Language.EN);
  const links = new Set(linksOf(html));
  const words = wordsOf(html);
  for (const { link, productName } of items) {
    expect(links.has(link)).toBe(true);
    expect(words).toContain(`${productName} `);
    expect(text).toContain(` ${productName} (blue, XL)\n`);
    expect(text).toContain(`${link}\n`);
  }
  const beforeCut = Buffer.from(html).subarray(0, 90_000).toString();
  expect(beforeCut.match(/class="button"/g)).toHaveLength(25);
  expect(html.match(/class="button"/g)).toHaveLength(25);
  expect(Buffer.byteLength(html)).toBeLessThan(250_000);
});

test('long words leave fewer items in full, so that none of those is cut off', async () => {
  const name = '&'.repeat(300);
  const items = troubledItems(30, { productName: name, evidence: { note: '钓'.repeat(1_000) } });
  const { text, html } = await renderMail(reports(anOrder({ items })), Language.EN);
  const last = html.lastIndexOf('class="button"');
  expect(Buffer.byteLength(html.slice(0, last))).toBeLessThan(102_000);
  expect(linksOf(html)).toEqual(expect.arrayContaining(items.map((item) => item.link)));
  expect(text.split(name)).toHaveLength(31);
});
