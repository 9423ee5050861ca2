import { ITEM_STATUSES, type ItemStatus, isItemStatus } from '@oops/item-status';
import { Role } from '../../accounts/role.js';
import { OrderState } from '../order-state.js';
import {
  allowedItemActions,
  allowedOrderActions,
  ItemAction,
  type ItemFacts,
  OrderAction,
  refuseItemAction,
  refuseOrderAction,
} from './item-actions.js';

/**
 * Every case there is, and what is answered: `yes`, or why not. `kept` is `-` where it makes no difference; both are
 * tried then. It is written out and not worked out, so that a change of the rules must be made here a second time.
 */
const TABLE = `
role      order   status         kept   REPORT         REPLACE        KEEP           CANCEL         PREPARE_SHIPMENT

BUYER     OPEN    PENDING        -      NOT_PERMITTED  UNFIT_STATUS   UNFIT_STATUS   yes            yes
BUYER     OPEN    PARTIALLY_OOS  no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    PARTIALLY_OOS  yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    OOS            no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    OOS            yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    MOQ_REQUIRED   no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    MOQ_REQUIRED   yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    NO_RESPONSE    no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    NO_RESPONSE    yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    REFUNDED       no     NOT_PERMITTED  yes            yes            UNFIT_STATUS   yes
BUYER     OPEN    REFUNDED       yes    NOT_PERMITTED  yes            UNFIT_STATUS   UNFIT_STATUS   yes
BUYER     OPEN    CANCELLED      no     NOT_PERMITTED  yes            yes            UNFIT_STATUS   yes
BUYER     OPEN    CANCELLED      yes    NOT_PERMITTED  yes            UNFIT_STATUS   UNFIT_STATUS   yes
BUYER     OPEN    URL_ERROR      no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    URL_ERROR      yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    NAME_ERROR     no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    NAME_ERROR     yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    PRICE_ERROR    no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    PRICE_ERROR    yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes
BUYER     OPEN    SPECS_ERROR    no     NOT_PERMITTED  yes            yes            yes            yes
BUYER     OPEN    SPECS_ERROR    yes    NOT_PERMITTED  yes            UNFIT_STATUS   yes            yes

BUYER     CLOSED  PENDING        -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  PARTIALLY_OOS  -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  OOS            -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  MOQ_REQUIRED   -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  NO_RESPONSE    -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  REFUNDED       -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  CANCELLED      -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  URL_ERROR      -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  NAME_ERROR     -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  PRICE_ERROR    -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED
BUYER     CLOSED  SPECS_ERROR    -      NOT_PERMITTED  ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED   ORDER_CLOSED

OPERATOR  OPEN    PENDING        -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    PARTIALLY_OOS  -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    OOS            -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    MOQ_REQUIRED   -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    NO_RESPONSE    -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    REFUNDED       -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    CANCELLED      -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    URL_ERROR      -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    NAME_ERROR     -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    PRICE_ERROR    -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  OPEN    SPECS_ERROR    -      yes            NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED

OPERATOR  CLOSED  PENDING        -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  PARTIALLY_OOS  -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  OOS            -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  MOQ_REQUIRED   -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  NO_RESPONSE    -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  REFUNDED       -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  CANCELLED      -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  URL_ERROR      -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  NAME_ERROR     -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  PRICE_ERROR    -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
OPERATOR  CLOSED  SPECS_ERROR    -      ORDER_CLOSED   NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED  NOT_PERMITTED
`;

interface Case {
  readonly facts: ItemFacts;
  readonly name: string;
  readonly expected: Record<ItemAction | OrderAction, string>;
}

const CASES: Case[] = TABLE.trim()
  .split(/\n+/)
  .slice(1)
  .flatMap((line) => {
    const [role = '', orderState = '', status = '', kept = '', ...answers] = line.split(/ +/);
    const [REPORT = '', REPLACE = '', KEEP = '', CANCEL = '', PREPARE_SHIPMENT = ''] = answers;
    return (kept === '-' ? [false, true] : [kept === 'yes']).map((isKept) => ({
      facts: { role: role as Role, orderState: orderState as OrderState, status: asStatus(status), kept: isKept },
      name: `${role}, order ${orderState}, ${status}, ${isKept ? 'kept' : 'not kept'}`,
      expected: { REPORT, REPLACE, KEEP, CANCEL, PREPARE_SHIPMENT },
    }));
  });

function asStatus(text: string): ItemStatus {
  if (isItemStatus(text)) return text;
  throw new Error(`${text} is no status`);
}

test('the table names each case exactly once', () => {
  const all = Object.values(Role).flatMap((role) =>
    Object.values(OrderState).flatMap((state) =>
      ITEM_STATUSES.flatMap((status) =>
        ['not kept', 'kept'].map((kept) => `${role}, order ${state}, ${status}, ${kept}`),
      ),
    ),
  );
  expect(all).toHaveLength(2 * 2 * 11 * 2);
  expect(CASES.map(({ name }) => name).sort()).toEqual(all.sort());
});

test('the table has a column for each action', () => {
  const actions = [...Object.values(ItemAction), ...Object.values(OrderAction)].sort();
  expect(actions).toEqual(['CANCEL', 'KEEP', 'PREPARE_SHIPMENT', 'REPLACE', 'REPORT']);
  for (const { expected } of CASES) expect(Object.keys(expected).sort()).toEqual(actions);
});

describe.each(CASES)('$name', ({ facts, expected }) => {
  test('each action is allowed, or refused for the right reason', () => {
    expect({
      REPORT: refuseItemAction(ItemAction.REPORT, facts) ?? 'yes',
      REPLACE: refuseItemAction(ItemAction.REPLACE, facts) ?? 'yes',
      KEEP: refuseItemAction(ItemAction.KEEP, facts) ?? 'yes',
      CANCEL: refuseItemAction(ItemAction.CANCEL, facts) ?? 'yes',
      PREPARE_SHIPMENT: refuseOrderAction(OrderAction.PREPARE_SHIPMENT, facts) ?? 'yes',
    }).toEqual(expected);
  });

  test('what is offered is what would not be refused', () => {
    const { PREPARE_SHIPMENT, ...ofItem } = expected;
    const offered = Object.entries(ofItem).flatMap(([action, answer]) => (answer === 'yes' ? [action] : []));
    expect([...allowedItemActions(facts)].sort()).toEqual(offered.sort());
    expect(allowedOrderActions(facts)).toEqual(PREPARE_SHIPMENT === 'yes' ? ['PREPARE_SHIPMENT'] : []);
  });
});

test('a buyer is offered to replace first, then to keep, then to cancel', () => {
  const facts = { role: Role.BUYER, orderState: OrderState.OPEN, status: 'OOS', kept: false } as const;
  expect(allowedItemActions(facts)).toEqual(['REPLACE', 'KEEP', 'CANCEL']);
});
