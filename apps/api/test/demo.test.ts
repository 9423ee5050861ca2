import { ITEM_STATUSES } from '@oops/item-status';
import { AccountEntity } from '../src/accounts/account.entity.js';
import { demoAccounts } from '../src/demo/demo-accounts.js';
import { seedDemo } from '../src/demo/seed-demo.js';
import { OrderEntity } from '../src/orders/order.entity.js';
import { OrderReader } from '../src/orders/order.reader.js';
import { OrderState } from '../src/orders/order-state.js';
import { TestApi } from './testkit/api.js';
import { databases } from './testkit/databases.js';

test.each(databases)('the demo on %s shows all there is to see, and is made once', async (_name, create) => {
  const api = await TestApi.start(create);
  try {
    await seedDemo(api.services);
    const { reader } = api.services.database;
    const buyer = await reader.getRepository(AccountEntity).findOneByOrFail({ email: 'buyer@demo.example' });
    const orders = await reader.getRepository(OrderEntity).findBy({ accountId: buyer.id });
    const items = await new OrderReader(reader).itemsOfOrders(orders.map(({ id }) => id));
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(ITEM_STATUSES));
    const merchants = new Set(items.map(({ merchantName }) => merchantName));
    expect(merchants.size).toBe(7);
    expect([...merchants].some((name) => /\p{Script=Han}/u.test(name ?? ''))).toBe(true);
    expect(orders.some(({ state }) => state === OrderState.CLOSED)).toBe(true);
    expect(orders.some(({ id }) => items.filter(({ orderId }) => orderId === id).length >= 80)).toBe(true);

    await seedDemo(api.services);
    expect(await reader.getRepository(AccountEntity).count()).toBe(demoAccounts.length);
  } finally {
    await api.stop();
  }
});
