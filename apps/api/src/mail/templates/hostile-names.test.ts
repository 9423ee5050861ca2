import { anOrder, aTroubledItem, closed, reports } from '../../../test/testkit/mail-facts.js';
import { linksOf, wordsOf } from '../../../test/testkit/read-mail.js';
import { Language } from '../settings/language.js';
import { renderMail } from './render-mail.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</td></table><img src="https://evil.example/x.png">',
  '"><a href="https://evil.example">',
  '\r\n\r\nModify: https://evil.example',
  'a\u2028b\u2029Subject: c',
  '\u202eelpmaxe.live//:sptth',
  'W'.repeat(300),
  '👨‍👩‍👧‍👦🎣'.repeat(20),
  '-->',
  '{{name}} %s $1',
];

const GIVEN = [
  'https://oops.example/orders/1',
  'https://oops.example/orders/1?item=1&modify',
  'https://oops.example/account',
  'https://oops.example/unsubscribe#token',
];

describe.each(HOSTILE)('a name such as %j', (name) => {
  const item = aTroubledItem(1, {
    merchant: name,
    productName: name,
    specification: name,
    status: 'SPECS_ERROR',
    evidence: { availableSpecifications: [name], note: name },
  });

  test.each([
    ['a report', reports(anOrder({ items: [item] })), GIVEN],
    ['a closed order', closed([{ ...item, shipmentShare: 'ALL' }]), GIVEN.filter((link) => !link.includes('item'))],
  ])('adds nothing to %s but itself', async (_what, facts, links) => {
    const { subject, text, html } = await renderMail(facts, Language.EN);
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(new Set(linksOf(html))).toEqual(new Set(links));
    expect(html).not.toMatch(/<script|<img|[\u202a-\u202e\u2066-\u2069]/);
    expect(text).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069\r]/);
    // Whatever people wrote stands behind a mark or indented.
    expect(text.split('\n').filter((line) => line.startsWith('Modify') || line.startsWith('Subject'))).toEqual([]);
    const readable = name
      .replace(/[\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(text).toContain(readable);
    expect(wordsOf(html)).toContain(readable);
  });
});

test('a hostile address stays within its sentence', async () => {
  const newAddress = 'eve@evil.example\r\nBcc: <b>bea@shop.example</b>';
  const { text, html } = await renderMail({ kind: 'EMAIL_CHANGED', newAddress }, Language.EN);
  expect(text).toContain('You sign in with eve@evil.example Bcc: <b>bea@shop.example</b> from now on;');
  expect(html).not.toContain('<b>');
});

test('nothing is loaded from anywhere', async () => {
  const { html } = await renderMail(reports(anOrder({ otherCount: 1 })), Language.EN);
  const own = GIVEN.reduce((rest, link) => rest.replaceAll(link.replaceAll('&', '&amp;'), ''), html);
  // The document type names an address that no program opens.
  expect(own.replace(/<!DOCTYPE[^>]*>/, '')).not.toMatch(
    /https?:|\/\/[a-z]|url\(|@import|<(img|link|script|iframe)|src=/i,
  );
});
