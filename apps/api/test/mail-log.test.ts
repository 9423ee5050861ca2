import { MailSettingEntity } from '../src/mail/settings/mail-setting.entity.js';
import { OrderMails } from '../src/mail/settings/order-mails.js';
import { MailRefused } from '../src/mail/transport/mailer.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { Browser } from './testkit/browser.js';
import { databases } from './testkit/databases.js';
import type { Person } from './testkit/person.js';
import type { ItemView, OrderView } from './testkit/views.js';

interface MailView {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly to: string | null;
  readonly answer: string | null;
  readonly attempts: number;
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
  readonly changes: ReadonlyArray<{ readonly kind: string; readonly item: { readonly id: string } | null }>;
}

interface Page {
  readonly edges: ReadonlyArray<{ readonly node: MailView }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const MAILS = `query ($first: Int, $after: String, $filter: MailFilter) {
  mails(first: $first, after: $after, filter: $filter) {
    edges { node {
      id kind state to subject messageId createdAt attempts lastAttemptAt nextAttemptAt sentAt answer
      changes { kind order { id } item { id } }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

describe.each(databases)('the delivery log, on %s', (_name, create) => {
  const refused = new Set<string>();
  let api: TestApi;
  let bea: Person;
  let mallory: Person;
  let olga: Person;
  let order: OrderView;

  beforeAll(async () => {
    const send = async ({ to }: { to: string }) => {
      if (refused.has(to)) throw new MailRefused('550 no such person');
      return '250 taken';
    };
    api = await TestApi.start(create, new InProcessSignals(), { mailer: { send, close: async () => {} } });
    [bea, mallory, olga] = [await api.buyer(), await api.buyer('Mallory'), await api.operator()];
    refused.add(await emailOf(mallory));
    const { database } = api.services;
    await database.transaction(({ manager }) =>
      manager.updateAll(MailSettingEntity, { orderMails: OrderMails.AT_ONCE }),
    );
    order = await bea.places([{}, {}]);
    for (const item of order.items) await olga.reports(item as ItemView, 'OOS');
    await api.sendMails();
    await olga.reports((await mallory.placesItem()) as ItemView, 'OOS');
    await api.sendMails();
    await bea.prepares(order.id);
    await new Browser(api, '192.0.2.1').calls('requestPasswordReset', { email: await emailOf(bea) });
    await api.sendMails();
  });

  afterAll(() => api.stop());

  const emailOf = async (person: Person) =>
    (await person.reads<{ viewer: { email: string } }>('{ viewer { email } }')).viewer.email;
  const pageOf = async (person: Person, variables: Record<string, unknown> = {}) =>
    (await person.reads<{ mails: Page }>(MAILS, variables)).mails;
  const mailsOf = async (person: Person, variables?: Record<string, unknown>) =>
    (await pageOf(person, variables)).edges.map(({ node }) => node);

  test('tells operators of all mails, newest first: to whom, about which changes, how often tried', async () => {
    const mails = await mailsOf(olga);
    expect(mails.map(({ kind, state, to, answer }) => [kind, state, to, answer])).toEqual([
      ['PASSWORD_RESET', 'SENT', await emailOf(bea), '250 taken'],
      ['ORDER_CLOSED', 'SENT', await emailOf(bea), '250 taken'],
      ['ORDER_REPORTS', 'REFUSED', await emailOf(mallory), '550 no such person'],
      ['ORDER_REPORTS', 'SENT', await emailOf(bea), '250 taken'],
    ]);
    const about = mails[3]?.changes.map(({ kind, item }) => [kind, item?.id]);
    expect(about).toEqual(order.items.map(({ id }) => ['ITEM_STATUS_REPORTED', id]));
    expect(mails[1]?.changes).toMatchObject([{ kind: 'ORDER_CLOSED', order: { id: order.id }, item: null }]);
    expect(mails[0]?.changes).toEqual([]);
    for (const { state, sentAt, attempts, nextAttemptAt } of mails) {
      expect([attempts, nextAttemptAt, sentAt !== null]).toEqual([1, null, state === 'SENT']);
    }
  });

  test('tells buyers of the mails about their own orders', async () => {
    expect((await mailsOf(bea)).map(({ kind }) => kind)).toEqual(['ORDER_CLOSED', 'ORDER_REPORTS']);
    expect((await mailsOf(mallory)).map(({ state }) => state)).toEqual(['REFUSED']);
    expect(await mailsOf(mallory, { filter: { orderId: order.id } })).toEqual([]);
  });

  test('can be asked for what was refused, and for one order', async () => {
    const gone = await mailsOf(olga, { filter: { states: ['REFUSED', 'GIVEN_UP'] } });
    expect(gone.map(({ to }) => to)).toEqual([await emailOf(mallory)]);
    expect(await mailsOf(olga, { filter: { states: [] } })).toEqual([]);
    const its = await mailsOf(olga, { filter: { orderId: order.id } });
    expect(its.map(({ kind }) => kind)).toEqual(['ORDER_CLOSED', 'ORDER_REPORTS']);
    expect(await mailsOf(olga, { filter: { orderId: 'ord_none' } })).toEqual([]);
  });

  test('is read page by page', async () => {
    const all = await mailsOf(olga);
    const found: MailView[] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageOf(olga, { first: 3, after });
      found.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(found).toEqual(all);
    const { errors } = await olga.send(MAILS, { after: 'made up' });
    expect(errors[0]?.extensions.code).toBe('INVALID_CURSOR');
  });

  test('takes as many statements for many mails as for one', async () => {
    const count = async (first: number) => (await api.statements.during(() => mailsOf(olga, { first }))).length;
    expect(await count(4)).toBe(await count(3));
  });
});
