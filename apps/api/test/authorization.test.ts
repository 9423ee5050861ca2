import { randomBytes } from 'node:crypto';
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { Arg, buildSchemaSync, ID, Query, Resolver } from 'type-graphql';
import type { Caller } from '../src/accounts/caller.js';
import { Limiters } from '../src/accounts/guesses/limiters.js';
import { Role } from '../src/accounts/role.js';
import { Scope } from '../src/accounts/scope.js';
import type { Viewer } from '../src/accounts/viewer.js';
import { enforceRules, ruleOf, takesId } from '../src/authorization/enforce-rules.js';
import * as rules from '../src/authorization/rules.js';
import type { Context } from '../src/context.js';
import { createSchema } from '../src/schema.js';
import { InProcessSignals } from '../src/signals/signals.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';
import { anItem, type Person, revisionOf, withoutBalance } from './testkit/person.js';
import { Subscriber, until } from './testkit/subscriber.js';
import type { ItemView, OrderView } from './testkit/views.js';
import { wholeOperation } from './testkit/whole-answer.js';

/** Or the mails that all cells ask for would be too many, and their answers differ by how long to wait. */
class Unlimited extends Limiters {
  override async take(): Promise<undefined> {}
}

const schema = createSchema();
const roots = {
  query: schema.getQueryType(),
  mutation: schema.getMutationType(),
  subscription: schema.getSubscriptionType(),
};
type Operation = keyof typeof roots;

/** Every field that declares a rule, by `Type.field`. */
const guarded = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const))
  .filter(([, field]) => ruleOf(field));

/** Who may ask for what. A new field makes this fail until somebody has thought about it. */
const RULES: Record<string, keyof typeof rules> = {
  'Query.viewer': 'anyone',
  'Query.demoAccounts': 'anyone',
  'Query.statusGuide': 'anyone',
  'Query.order': 'readsOrders',
  'Query.orders': 'readsOrders',
  'Query.node': 'readsOrders',
  'Query.changes': 'readsOrders',
  'Query.mails': 'readsOrders',
  'Mutation.signIn': 'isPerson',
  'Mutation.signOut': 'isPerson',
  'Mutation.signOutEverywhere': 'signedIn',
  'Mutation.endSession': 'signedIn',
  'Mutation.requestSignUp': 'isPerson',
  'Mutation.signUp': 'isPerson',
  'Mutation.requestPasswordReset': 'isPerson',
  'Mutation.resetPassword': 'isPerson',
  'Mutation.changePassword': 'signedIn',
  'Mutation.requestEmailChange': 'signedIn',
  'Mutation.confirmEmailChange': 'isPerson',
  'Mutation.changeMailSettings': 'signedIn',
  'Mutation.unsubscribe': 'isPerson',
  'Mutation.createApiKey': 'signedIn',
  'Mutation.revokeApiKey': 'signedIn',
  'Mutation.placeOrder': 'writesOrders',
  'Mutation.prepareShipment': 'writesOrders',
  'Mutation.replaceItem': 'writesOrders',
  'Mutation.keepItem': 'writesOrders',
  'Mutation.cancelItem': 'writesOrders',
  'Mutation.reportItemStatus': 'writesOrders',
  'Subscription.changes': 'readsOrders',
  'Subscription.itemStatusChanged': 'readsOrders',
  'Account.email': 'isPersonOrReadsOrders',
  'Account.sessions': 'isPerson',
  'Account.apiKeys': 'isPerson',
  'Account.mailSettings': 'isPerson',
  'Account.latestChangeCursor': 'isPersonOrReadsOrders',
  'Order.items': 'known',
  'Order.merchants': 'known',
  'Item.order': 'known',
};

interface Ids {
  readonly order: string;
  readonly item: string;
  readonly key: string;
  readonly session: string;
  readonly account: string;
  readonly email: string;
  readonly reference: string;
}

const NOBODYS: Ids = {
  order: `ord_${'0'.repeat(32)}`,
  item: `itm_${'0'.repeat(32)}`,
  key: `key_${'0'.repeat(32)}`,
  session: `ses_${'0'.repeat(32)}`,
  account: `acc_${'0'.repeat(32)}`,
  email: 'nobody@test.example',
  reference: 'PO-0',
};

const ofItem = ({ item }: Ids) => ({ itemId: item, expectedRevision: 2 });
const { merchantName: _, ...content } = anItem;

/** The arguments that each field is asked with; several where it finds several kinds of things. */
const ARGUMENTS: Record<string, Array<(ids: Ids) => object>> = {
  'Query.viewer': [() => ({})],
  'Query.demoAccounts': [() => ({})],
  'Query.statusGuide': [() => ({})],
  'Query.order': [({ order }) => ({ id: order })],
  'Query.orders': [
    () => ({}),
    () => ({ filter: { search: anItem.productName } }),
    ({ reference }) => ({ filter: { reference } }),
  ],
  'Query.node': (['order', 'item', 'key', 'session', 'account'] as const).map((kind) => (ids) => ({ id: ids[kind] })),
  'Query.changes': [() => ({})],
  'Query.mails': [() => ({}), ({ order }) => ({ filter: { orderId: order } })],
  'Mutation.signIn': [() => ({ input: { email: 'nobody@test.example', password: 'wrong' } })],
  'Mutation.signOut': [() => ({})],
  'Mutation.signOutEverywhere': [() => ({})],
  'Mutation.endSession': [({ session }) => ({ input: { id: session } })],
  'Mutation.requestSignUp': [({ email }) => ({ input: { email } })],
  'Mutation.signUp': [() => ({ input: { token: 'made up', name: 'Mallory', password: 'correct horse' } })],
  'Mutation.requestPasswordReset': [({ email }) => ({ input: { email } })],
  'Mutation.resetPassword': [() => ({ input: { token: 'made up', password: 'correct horse' } })],
  'Mutation.changePassword': [() => ({ input: { currentPassword: 'a guess', newPassword: 'correct horse' } })],
  'Mutation.requestEmailChange': [({ email }) => ({ input: { email, currentPassword: 'a guess' } })],
  'Mutation.confirmEmailChange': [() => ({ input: { token: 'made up' } })],
  'Mutation.changeMailSettings': [() => ({ input: { orderMails: 'NONE', language: 'ZH_HANS' } })],
  'Mutation.unsubscribe': [() => ({ input: { token: 'made up' } })],
  'Mutation.createApiKey': [() => ({ input: { name: 'Mine', scopes: ['ORDERS_READ'] } })],
  'Mutation.revokeApiKey': [({ key }) => ({ input: { id: key } })],
  'Mutation.placeOrder': [() => ({ input: { currency: 'GBP', items: [{ ...anItem, productName: 'Tea Towel' }] } })],
  'Mutation.prepareShipment': [({ order }) => ({ input: { orderId: order } })],
  'Mutation.replaceItem': [(ids) => ({ input: { ...ofItem(ids), ...content } })],
  'Mutation.keepItem': [(ids) => ({ input: ofItem(ids) })],
  'Mutation.cancelItem': [(ids) => ({ input: ofItem(ids) })],
  'Mutation.reportItemStatus': [(ids) => ({ input: { ...ofItem(ids), status: 'NO_RESPONSE' } })],
  'Subscription.changes': [() => ({})],
  'Subscription.itemStatusChanged': [({ order }) => ({ orderId: order }), () => ({})],
};

const fields = (Object.keys(roots) as Operation[]).flatMap((operation) => {
  const root = roots[operation];
  return Object.values(root?.getFields() ?? {}).map((field) => ({
    operation,
    name: `${root?.name}.${field.name}`,
    field,
  }));
});

test('every rule is the one that was thought of', () => {
  const declared = guarded.map(([name, field]) => [
    name,
    Object.entries(rules).find(([, rule]) => rule === ruleOf(field))?.[0],
  ]);
  expect(Object.fromEntries(declared)).toEqual(RULES);
});

test('the matrix asks for every query, mutation and subscription, and all else that takes an id', () => {
  const withIds = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.some(takesId))
        .map(({ name }) => `${type.name}.${name}`),
    );
  const names = new Set([...fields.map(({ name }) => name), ...withIds]);
  expect([...names].sort()).toEqual(Object.keys(ARGUMENTS).sort());
});

test('a schema with a field without a rule is not made, and the field is named', () => {
  @Resolver()
  class Careless {
    @Query(() => String)
    secret(@Arg('id', () => ID) id: string): string {
      return id;
    }
  }
  const careless: GraphQLSchema = buildSchemaSync({ resolvers: [Careless], validate: false });
  expect(() => enforceRules(careless)).toThrow('Query.secret');
});

const viewer = { id: 'a', role: Role.BUYER } as Viewer;

describe.each(databases)('who may do what, on %s', (_name, create) => {
  let api: TestApi;
  let bea: Person;
  let mallory: Person;
  let olga: Person;
  let order: OrderView;
  let item: ItemView;
  let hers: ItemView;
  let theirs: Ids;
  let marks: string[];
  const revoked = new Map<Person, string>();
  let cells = 0;

  beforeAll(async () => {
    api = await TestApi.start(create, new InProcessSignals(), { limiters: new Unlimited() });
    [bea, mallory] = [await api.buyer(), await api.buyer('Mallory')];
    // By a key, because what is asked in their name ends all their sessions.
    olga = await api.programOf(await api.operator());
    const productName = `Samovar ${randomBytes(4).toString('hex')}`;
    const reference = `PO-${randomBytes(4).toString('hex')}`;
    order = await bea.places([{ productName, reference: `${reference}-1` }], 'GBP', { reference });
    item = (await olga.reports(order.items[0] as ItemView, 'OOS')).item as ItemView;
    hers = await mallory.placesItem({ productName: 'Mallory’s mug' });
    const key = await api.keyOf(bea, { name: `Till ${randomBytes(4).toString('hex')}` });
    const { viewer } = await bea.reads<{ viewer: { email: string; sessions: Array<{ id: string }> } }>(
      '{ viewer { email sessions { id } } }',
    );
    const session = viewer.sessions[0]?.id ?? '';
    theirs = { order: order.id, item: item.id, key: key.id, session, account: bea.id, email: viewer.email, reference };
    const { email: _email, ...ids } = theirs;
    marks = [...Object.values(ids), order.number, productName, key.secret.slice(0, 16)];
    const gone = await api.keyOf(bea);
    await bea.reads('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { __typename } }', { id: gone.id });
    revoked.set(bea, gone.secret);
  });

  afterAll(async () => {
    await api.stop();
    console.log(`${cells} cells asked`);
  });

  /** What must not change while others try. */
  const state = async () => {
    const { viewer } = await bea.reads<{ viewer: object }>(
      '{ viewer { id email latestChangeCursor mailSettings { orderMails language } apiKeys { id } sessions { id } } }',
    );
    return { viewer, order: await bea.sees(order.id) };
  };

  // Each call is made by a fresh credential, because some calls end it.
  const callers: Record<string, { ask: () => Promise<Person>; caller: Caller }> = {
    nobody: { ask: async () => api.stranger(), caller: { viewer: null, scopes: null } },
    'a revoked key of the owner': {
      ask: async () => bea.withSecret(revoked.get(bea) ?? ''),
      caller: { viewer: null, scopes: [] },
    },
    'another buyer': { ask: () => api.again(mallory), caller: { viewer, scopes: null } },
    'a program of another buyer': {
      ask: () => freshProgram(mallory),
      caller: { viewer, scopes: Object.values(Scope) },
    },
    'an operator': { ask: () => api.again(olga), caller: { viewer, scopes: null } },
    'a program of the owner that only writes': {
      ask: () => freshProgram(bea, Scope.ORDERS_WRITE),
      caller: { viewer, scopes: [Scope.ORDERS_WRITE] },
    },
    'a program of the owner that only reads': {
      ask: () => freshProgram(bea, Scope.ORDERS_READ),
      caller: { viewer, scopes: [Scope.ORDERS_READ] },
    },
  };

  const programs = new Map<string, Promise<Person>>();
  function freshProgram(person: Person, scope?: Scope): Promise<Person> {
    const name = `${person.id} ${scope}`;
    const program = programs.get(name) ?? api.programOf(person, scope ? [scope] : undefined);
    programs.set(name, program);
    return program;
  }

  const OWNERS = ['a program of the owner that only writes', 'a program of the owner that only reads'];
  const matrix = Object.keys(callers).flatMap((who) =>
    fields.map(({ name, operation, field }) => [who, name, operation, field] as const),
  );

  const isOverHttp = ([, , operation]: (typeof matrix)[number]) => operation !== 'subscription';

  test.each(matrix.filter(isOverHttp))('%s asks %s', async (who, name, operation, field) => {
    const { ask, caller } = callers[who] as (typeof callers)[string];
    const query = wholeOperation(schema, operation, field as GraphQLField<unknown, unknown>);
    const denial = ruleOf(field as GraphQLField<unknown, Context>)?.(caller);
    for (const argumentsOf of ARGUMENTS[name] ?? []) {
      // The owner's own programs are asked only for what they must not do: what they may is told in other tests.
      if (OWNERS.includes(who) && !denial) continue;
      cells += 1;
      const person = await ask();
      const before = who === 'an operator' ? undefined : await state();
      const answer = await person.send(query, argumentsOf(theirs) as Record<string, unknown>);
      expect(answer.errors).not.toContainEqual(expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }));
      expect([200, 401]).toContain(answer.status);
      if (who === 'a revoked key of the owner' || denial) {
        const code =
          who === 'a revoked key of the owner' || denial === 'UNAUTHENTICATED' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
        expect(answer.errors).toMatchObject([{ extensions: { code } }]);
        expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
      } else {
        // All that a field may still be short of is a part of it that needs more.
        for (const { extensions } of answer.errors) expect(extensions.code).toBe('FORBIDDEN');
      }
      const isOperator = who === 'an operator' && !/Key|Session|request/.test(name);
      if (!isOperator) {
        expect(marks.filter((mark) => answer.text.includes(mark))).toEqual([]);
        if (JSON.stringify(argumentsOf(theirs)) !== JSON.stringify(argumentsOf(NOBODYS))) {
          const nobodys = await (await ask()).send(query, argumentsOf(NOBODYS) as Record<string, unknown>);
          // The address is said back as it was typed.
          expect(withoutBalance(answer).replace(theirs.email, NOBODYS.email)).toBe(withoutBalance(nobodys));
        }
      }
      if (before) expect(await state()).toEqual(before);
    }
  });

  test.each(matrix.filter((cell) => !isOverHttp(cell)))('%s subscribes to %s', async (who, name, operation, field) => {
    const { ask, caller } = callers[who] as (typeof callers)[string];
    const query = wholeOperation(schema, operation, field as GraphQLField<unknown, unknown>);
    const denial = ruleOf(field as GraphQLField<unknown, Context>)?.(caller);
    const open = async (ids: Ids, argumentsOf: (ids: Ids) => object) =>
      (await Subscriber.of(api, await ask())).subscribe(query, argumentsOf(ids) as Record<string, unknown>);
    for (const argumentsOf of ARGUMENTS[name] ?? []) {
      const namesIt = JSON.stringify(argumentsOf(theirs)) !== JSON.stringify(argumentsOf(NOBODYS));
      if ((OWNERS.includes(who) && !denial) || (who === 'an operator' && namesIt)) continue;
      cells += 1;
      await until(() => api.services.signals.listenerCount() === 0);
      const subscriber = await open(theirs, argumentsOf);
      if (denial || namesIt) {
        const failure = await subscriber.failed();
        const expected =
          caller.viewer === null ? { code: 4403 } : { extensions: { code: denial ? 'FORBIDDEN' : 'NOT_FOUND' } };
        expect(failure).toMatchObject(expected);
        const nobodys = await open(NOBODYS, argumentsOf);
        const { reason: a, code: b, message: c, extensions: d } = (await nobodys.failed()) as Record<string, unknown>;
        expect(failure).toMatchObject(JSON.parse(JSON.stringify({ reason: a, code: b, message: c, extensions: d })));
        await nobodys.leave();
      } else {
        await until(() => api.services.signals.listenerCount() === 2);
        item = (await olga.reports(item, 'OOS')).item as ItemView;
        hers = (await olga.reports(hers, 'OOS')).item as ItemView;
        const text = JSON.stringify(await subscriber.received(who === 'an operator' ? 2 : 1));
        expect(text).toContain(hers.id);
        expect(marks.filter((mark) => text.includes(mark)).length > 0).toBe(who === 'an operator');
      }
      await subscriber.leave();
    }
  });

  test('an operator acts as operators do, and the buyer’s part is refused', async () => {
    for (const name of ['replaceItem', 'keepItem', 'cancelItem'] as const)
      expect(await olga.tries(name, { ...revisionOf(item), ...(name === 'replaceItem' && content) })).toMatchObject({
        __typename: 'NotPermitted',
      });
    expect(await olga.prepares(order.id)).toMatchObject({ __typename: 'NotPermitted' });
    expect(await bea.reports(item, 'OOS')).toMatchObject({ __typename: 'NotPermitted' });
  });
});
