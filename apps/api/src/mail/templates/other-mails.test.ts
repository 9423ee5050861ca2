import { aTroubledItem, closed } from '../../../test/testkit/mail-facts.js';
import { linksOf, wordsOf } from '../../../test/testkit/read-mail.js';
import { Language } from '../settings/language.js';
import type { AccountMailFacts } from './mail-facts.js';
import { renderMail } from './render-mail.js';

const LINK = `https://oops.example/reset-password#${'x'.repeat(43)}`;

describe('the mail about a closed order', () => {
  const facts = closed([
    { ...aTroubledItem(1, { status: 'PENDING' }), shipmentShare: 'ALL' },
    { ...aTroubledItem(2, { status: 'OOS' }), shipmentShare: 'NONE' },
    { ...aTroubledItem(3, { status: 'PARTIALLY_OOS' }), shipmentShare: 'PART' },
  ]);

  test('says first what does not ship, then what ships in part, then what ships', async () => {
    const { subject, text, html } = await renderMail(facts, Language.EN);
    expect(subject).toBe('Order 7K3M-Q9TX is closed: 2 of 3 items will ship');
    const told =
      /1 item will not ship.*OOS.*børste 2.*part of 1 item will ship.*Partially OOS.*børste 3.*1 item will ship.*børste 1/s;
    expect(text).toMatch(told);
    expect(wordsOf(html.slice(html.indexOf('<h2')))).not.toContain('Pending');
    expect(wordsOf(`<body${html.slice(html.indexOf('<h2'))}`)).toMatch(told);
    for (const part of [text, wordsOf(html)]) expect(part).toContain('Total: £1,234.56.');
    expect(new Set(linksOf(html))).toEqual(new Set(text.match(/https?:\S+/g)));
  });

  test('speaks Chinese to who wants that, and does not say that the purchase was called off', async () => {
    const { subject, text } = await renderMail(facts, Language.ZH_HANS);
    expect(subject).toBe('订单 7K3M-Q9TX 准备发货：3 项商品中 2 项将发出');
    expect(subject + text).not.toContain('关闭');
  });

  test('names each of 500 items', async () => {
    const items = Array.from({ length: 500 }, (_, index) => ({
      ...aTroubledItem(index + 1, { status: 'PENDING' }),
      shipmentShare: 'ALL' as const,
    }));
    const { text, html } = await renderMail(closed(items), Language.EN);
    const words = wordsOf(html);
    for (const { productName } of items) {
      expect(words).toContain(`${productName} `);
      expect(text).toContain(` ${productName} (blue, XL)\n`);
    }
    expect(Buffer.byteLength(html)).toBeLessThan(150_000);
  });
});

const ACCOUNT_MAILS: ReadonlyArray<[AccountMailFacts, en: string, zhHans: string]> = [
  [{ kind: 'SIGN_UP', link: LINK }, 'confirm your email address', '确认您的邮箱地址'],
  [{ kind: 'ALREADY_SIGNED_UP', link: LINK }, 'you already have an account', '您已有账号'],
  [{ kind: 'PASSWORD_RESET', link: LINK }, 'choose a new password', '设置新密码'],
  [{ kind: 'NO_ACCOUNT', link: LINK }, 'there is no account with this address', '此邮箱地址没有账号'],
  [{ kind: 'EMAIL_CHANGE', link: LINK }, 'confirm your new email address', '确认您的新邮箱地址'],
  [{ kind: 'EMAIL_CHANGED', newAddress: 'new@shop.example' }, 'your email address was changed', '您的邮箱地址已更改'],
  [{ kind: 'PASSWORD_CHANGED', link: LINK }, 'your password was changed', '您的密码已更改'],
];

describe.each(ACCOUNT_MAILS)('the account mail %o', (facts, en, zhHans) => {
  test.each([
    [Language.EN, `Oops Orders: ${en}`],
    [Language.ZH_HANS, `Oops Orders：${zhHans}`],
  ])('in %s has its subject, and its link on a line of its own', async (language, expected) => {
    const { subject, text, html } = await renderMail(facts, language);
    expect(subject).toBe(expected);
    expect(text).toMatch(/\n\nOops Orders\n$/);
    if ('link' in facts) {
      expect(text.split('\n')).toContain(LINK);
      expect(linksOf(html)).toEqual([LINK, LINK]);
    } else {
      expect(linksOf(html)).toEqual([]);
      for (const part of [text, wordsOf(html)]) expect(part).toContain(facts.newAddress);
    }
  });
});
