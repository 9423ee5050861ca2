import { type EvidenceFormats, type EvidenceOfItem, evidenceWords, type Reader } from './evidence-words.js';
import { en } from './messages.en.js';
import type { Locale, Messages } from './messages.js';
import { zhHans } from './messages.zh-hans.js';

const FORMATS: EvidenceFormats = {
  count: (value) => `#${value}`,
  money: (amount) => `£${amount}`,
  list: (items) => items.join('|'),
};

const ALL: EvidenceOfItem = {
  quantity: 40,
  unitPrice: '12.50',
  evidence: {
    availableQuantity: 0,
    minimumQuantity: 50,
    currentUnitPrice: '15.80',
    availableSpecifications: ['red', 'blue'],
    note: 'Back in May',
  },
};

const WORDS: Record<Locale, { messages: Messages } & Record<Reader, string[]>> = {
  en: {
    messages: en,
    BUYER: [
      '#0 of #40 available',
      'minimum #50, you ordered #40',
      'now £15.80, you gave £12.50',
      'available: red|blue',
      '“Back in May”',
    ],
    OPERATOR: [
      '#0 of #40 available',
      'minimum #50, ordered #40',
      'now £15.80, given £12.50',
      'available: red|blue',
      '“Back in May”',
    ],
  },
  'zh-Hans': {
    messages: zhHans,
    BUYER: [
      '订购 #40 件，现有 #0 件',
      '起订量 #50 件，您订购了 #40 件',
      '现价 £15.80，您填写的是 £12.50',
      '可选规格：red|blue',
      '“Back in May”',
    ],
    OPERATOR: [
      '订购 #40 件，现有 #0 件',
      '起订量 #50 件，订购 #40 件',
      '现价 £15.80，所填价格为 £12.50',
      '可选规格：red|blue',
      '“Back in May”',
    ],
  },
};

describe.each(Object.entries(WORDS))('evidence in %s', (_locale, { messages, BUYER, OPERATOR }) => {
  test('sets what was found out against what the buyer gave', () => {
    expect(evidenceWords(ALL, FORMATS, 'BUYER', messages)).toEqual(BUYER);
  });

  test('speaks to operators of the buyer’s item, and not of theirs', () => {
    expect(evidenceWords(ALL, FORMATS, 'OPERATOR', messages)).toEqual(OPERATOR);
  });
});

test.each([
  [['Oiled, large', 'Raw'], 'available: Oiled, large; Raw'],
  [['黑色，标准版', '白色'], 'available: 黑色，标准版; 白色'],
  [['1、2', '3'], 'available: 1、2; 3'],
])('specifications with commas in them are told apart: %j', (availableSpecifications, words) => {
  expect(evidenceWords({ ...ALL, evidence: { availableSpecifications } }, FORMATS, 'BUYER')).toEqual([words]);
});

test('evidence is worded in English unless other words are handed in', () => {
  expect(evidenceWords(ALL, FORMATS, 'BUYER')).toEqual(WORDS.en.BUYER);
});

test.each([
  ['no evidence', null],
  ['empty evidence', {}],
  ['pieces that are not there', { minimumQuantity: null, availableSpecifications: [], note: '' }],
])('nothing is said of %s', (_what, evidence) => {
  expect(evidenceWords({ ...ALL, evidence }, FORMATS, 'BUYER')).toEqual([]);
});
