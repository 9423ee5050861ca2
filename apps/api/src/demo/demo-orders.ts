import type { ItemStatus } from '@oops/item-status';
import type { EvidenceFields } from '../orders/rules/evidence-rules.js';

/** An item of a demo order and what becomes of it. */
export interface DemoItem {
  readonly merchant: keyof typeof MERCHANTS;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly specification?: string;
  /** What an operator reports of it; without one it stays Pending. */
  readonly report?: { readonly status: ItemStatus; readonly evidence?: EvidenceFields };
  /** Whether the buyer leaves it as it is afterwards. */
  readonly kept?: boolean;
}

export interface DemoOrder {
  readonly placedHoursAgo: number;
  readonly currency: string;
  readonly items: readonly DemoItem[];
  readonly closed?: boolean;
}

/** The sellers of the demo, with the hosts of their shops. */
export const MERCHANTS = {
  brightside: { name: 'Brightside Gifts', host: 'brightside.example' },
  harbour: { name: 'Harbour & Pine', host: 'harbour-pine.example' },
  northlight: { name: 'Northlight Electronics', host: 'northlight.example' },
  morning: { name: '晨光文具旗舰店', host: 'chenguang.shop.example' },
  yiwu: { name: '义乌小商品批发', host: 'yiwu-market.example' },
  silk: { name: '苏州丝绸坊', host: 'suzhou-silk.example' },
  tea: { name: '武夷山茶业', host: 'wuyi-tea.example' },
} as const;

const everyStatus: DemoOrder = {
  placedHoursAgo: 5,
  currency: 'GBP',
  items: [
    {
      merchant: 'brightside',
      productName: 'White Hanging Heart T-Light Holder',
      quantity: 40,
      unitPrice: '2.55',
      report: {
        status: 'PARTIALLY_OOS',
        evidence: { availableQuantity: 12, note: 'The rest is expected in three weeks.' },
      },
    },
    {
      merchant: 'brightside',
      productName: 'Red Woolly Hottie White Heart',
      quantity: 6,
      unitPrice: '3.39',
      report: { status: 'OOS' },
    },
    {
      merchant: 'harbour',
      productName: 'Oak Serving Board',
      quantity: 20,
      unitPrice: '12.50',
      specification: '40 cm, oiled',
      report: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '15.80' } },
    },
    { merchant: 'harbour', productName: 'Linen Tea Towel', quantity: 24, unitPrice: '4.20', specification: 'Natural' },
    {
      merchant: 'northlight',
      productName: 'USB-C Desk Lamp',
      quantity: 10,
      unitPrice: '18.90',
      specification: 'Mint green',
      report: { status: 'SPECS_ERROR', evidence: { availableSpecifications: ['White', 'Black', 'Sand'] } },
    },
    {
      merchant: 'northlight',
      productName: 'Bluetooth Speaker Mini',
      quantity: 5,
      unitPrice: '22.00',
      report: { status: 'URL_ERROR', evidence: { note: 'The page says that it was not found (404).' } },
    },
    {
      merchant: 'morning',
      productName: '按动中性笔 0.5mm（12支装）',
      quantity: 20,
      unitPrice: '1.35',
      specification: '黑色',
      report: { status: 'MOQ_REQUIRED', evidence: { minimumQuantity: 50 } },
    },
    {
      merchant: 'morning',
      productName: 'A5 活页笔记本',
      quantity: 30,
      unitPrice: '2.10',
      specification: '米白色',
      report: { status: 'NAME_ERROR', evidence: { note: 'The page shows a B5 notebook.' } },
    },
    {
      merchant: 'yiwu',
      productName: '仿真绿植盆栽',
      quantity: 60,
      unitPrice: '0.95',
      report: { status: 'NO_RESPONSE' },
    },
    {
      merchant: 'silk',
      productName: '真丝方巾 90cm',
      quantity: 8,
      unitPrice: '16.40',
      specification: '黛蓝',
      report: { status: 'REFUNDED' },
    },
    {
      merchant: 'silk',
      productName: 'Silk Sleep Mask',
      quantity: 15,
      unitPrice: '5.75',
      report: { status: 'CANCELLED', evidence: { note: 'The seller stopped making it.' } },
    },
    { merchant: 'tea', productName: '大红袍 乌龙茶 250g', quantity: 12, unitPrice: '9.60' },
  ],
};

const twoQuestions: DemoOrder = {
  placedHoursAgo: 28,
  currency: 'EUR',
  items: [
    {
      merchant: 'tea',
      productName: 'Jasmine Pearl Tea Tin',
      quantity: 36,
      unitPrice: '7.25',
      report: { status: 'PRICE_ERROR', evidence: { currentUnitPrice: '7.90' } },
    },
    {
      merchant: 'brightside',
      productName: 'Set of 6 Spice Jars',
      quantity: 12,
      unitPrice: '11.00',
      report: { status: 'PARTIALLY_OOS', evidence: { availableQuantity: 9 } },
      kept: true,
    },
    { merchant: 'yiwu', productName: 'Festival Lantern', quantity: 100, unitPrice: '0.60', specification: 'Red' },
  ],
};

const closed: DemoOrder = {
  placedHoursAgo: 24 * 9,
  currency: 'GBP',
  closed: true,
  items: [
    { merchant: 'harbour', productName: 'Cast Iron Trivet', quantity: 10, unitPrice: '6.80' },
    { merchant: 'harbour', productName: 'Stoneware Mug', quantity: 48, unitPrice: '3.95', specification: 'Slate' },
    { merchant: 'northlight', productName: 'Plug Adapter', quantity: 20, unitPrice: '2.40', report: { status: 'OOS' } },
  ],
};

const COLOURS = ['Red', 'Blue', 'Green', 'Yellow', 'White', 'Black', 'Sand', 'Rose', 'Mint', 'Grey'];
const WARES = [
  'Lunch Box',
  'Cake Case',
  'Paper Chain Kit',
  'Bunting',
  'Alarm Clock',
  'Jumbo Bag',
  'Tea Light',
  'Door Mat',
];
const SELLERS = Object.keys(MERCHANTS) as Array<keyof typeof MERCHANTS>;

const large: DemoOrder = {
  placedHoursAgo: 51,
  currency: 'GBP',
  items: WARES.flatMap((ware, row) =>
    COLOURS.map((colour, column) => ({
      merchant: SELLERS[(row * 3 + column) % SELLERS.length] ?? 'brightside',
      productName: `Retrospot ${ware}`,
      quantity: 6 + ((row + column) % 5) * 6,
      unitPrice: `${1 + ((row * 7 + column) % 9)}.${column % 2 === 0 ? '25' : '95'}`,
      specification: colour,
      ...((row * COLOURS.length + column) % 23 === 7 && { report: { status: 'OOS' as const } }),
    })),
  ),
};

/** Smaller orders of the weeks before, so that there is something to scroll through. */
const earlier: DemoOrder[] = Array.from({ length: 24 }, (_, index) => ({
  placedHoursAgo: 24 * (11 + index * 2) + index,
  currency: index % 5 === 4 ? 'EUR' : 'GBP',
  closed: index % 6 !== 5,
  items: Array.from({ length: 2 + (index % 4) }, (_, line) => ({
    merchant: SELLERS[(index + line) % SELLERS.length] ?? 'brightside',
    productName: `${WARES[(index + line * 3) % WARES.length]}, set of ${2 + line}`,
    quantity: 4 + ((index + line) % 6) * 2,
    unitPrice: `${2 + ((index * 3 + line) % 11)}.50`,
    specification: COLOURS[(index + line) % COLOURS.length],
  })),
}));

/** What `buyer@demo.example` finds, newest first. */
export const buyersOrders: readonly DemoOrder[] = [everyStatus, twoQuestions, large, closed, ...earlier];

/** What `other-buyer@demo.example` finds. */
export const otherBuyersOrders: readonly DemoOrder[] = [
  {
    placedHoursAgo: 8,
    currency: 'CNY',
    items: [
      { merchant: 'silk', productName: '真丝围巾', quantity: 20, unitPrice: '138.00', report: { status: 'OOS' } },
      { merchant: 'tea', productName: '正山小种 红茶', quantity: 40, unitPrice: '66.00' },
    ],
  },
];
